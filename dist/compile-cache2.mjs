import { t as keepCompiled } from "./compile-cache.mjs";
export { keepCompiled };

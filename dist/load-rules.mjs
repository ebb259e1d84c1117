import { t as loadRules } from "./core.mjs";
export { loadRules };

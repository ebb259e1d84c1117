import { t as ruleset } from "./core.mjs";
export { ruleset };

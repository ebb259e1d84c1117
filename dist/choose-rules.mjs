import { n as allRules } from "./core.mjs";
export { allRules };

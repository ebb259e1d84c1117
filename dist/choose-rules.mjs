import { t as allRules } from "./choose-rules2.mjs";
export { allRules };

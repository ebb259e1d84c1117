import { t as require_out } from "./fast-glob.mjs";
export default require_out();
export {};

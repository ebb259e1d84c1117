import { t as nearest } from "./nearest2.mjs";
export { nearest };

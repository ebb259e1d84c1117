import { n as openRevision, r as shortened, t as openBase } from "./revision2.mjs";
export { openBase, openRevision, shortened };

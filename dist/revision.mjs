import { n as openRevision, t as openBase } from "./revision2.mjs";
export { openBase, openRevision };

import { n as treeSources, t as isNamedIn } from "./tree-sources2.mjs";
export { isNamedIn, treeSources };

import { n as p, r as v } from "./graphlib.mjs";
export { p as Graph, v as json };

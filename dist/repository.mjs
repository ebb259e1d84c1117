import { d as findRepository, f as rootFromHere } from "./hook.mjs";
export { findRepository, rootFromHere };

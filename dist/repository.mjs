import { b as rootFromHere, y as findRepository } from "./hook.mjs";
export { findRepository, rootFromHere };

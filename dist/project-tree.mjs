import { C as projectRoot, S as pathWithin, T as workingTree, w as readFileIn, x as folderOf } from "./hook.mjs";
export { folderOf, pathWithin, projectRoot, readFileIn, workingTree };

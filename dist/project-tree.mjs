import { _ as workingTree, g as readFileIn, h as projectRoot, m as pathWithin, p as folderOf } from "./hook.mjs";
export { folderOf, pathWithin, projectRoot, readFileIn, workingTree };

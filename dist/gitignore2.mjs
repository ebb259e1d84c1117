import { n as repositoryRoot, t as ignoresAbove } from "./gitignore.mjs";
export { ignoresAbove, repositoryRoot };

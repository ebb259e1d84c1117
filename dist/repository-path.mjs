import { t as repositoryPaths } from "./repository-path2.mjs";
export { repositoryPaths };

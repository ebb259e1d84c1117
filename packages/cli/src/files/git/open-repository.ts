import { folderOf } from "../project-tree.ts";
import { findRepository, type Repository } from "./repository.ts";

export type RepositoryFound =
  | { readonly outcome: "found"; readonly repository: Repository }
  | { readonly outcome: "unable"; readonly message: string };

/** The repository that holds the inputs; without any, the one that we stand in. */
export function repositoryOf(inputs: readonly string[]): RepositoryFound {
  const folder = inputs.length === 0 ? "." : folderOf(inputs);
  const repository = findRepository(folder);
  if (repository !== undefined) return { outcome: "found", repository };
  const where = folder === "." ? "this folder" : folder;
  return { outcome: "unable", message: `${where} is not in a git repository` };
}

import type { Command } from "commander";

/** What the inputs are taken for: the same for a scan and for every question. */
export interface ClusterOptions {
  readonly kubernetesVersion: string | undefined;
  readonly rootfs: string | undefined;
  readonly appliedNamespace: string | undefined;
  readonly complete: boolean;
  readonly at: string;
}

/** The inputs of a command that asks something of them. */
export interface InputOptions extends ClusterOptions {
  /** `--in`: files, folders, globs, `-` for standard input. */
  readonly paths: readonly string[];
}

/** What commander leaves in `opts()` for the options below. */
export interface GivenInputs extends Omit<ClusterOptions, "at"> {
  readonly in?: readonly string[];
  readonly at?: string;
}

/** `appliedNamespace`: where objects go that name no namespace, unless something says. */
export function declareClusterOptions(command: Command, defaults: { readonly appliedNamespace?: string } = {}): void {
  command
    .option(
      "--kubernetes-version <version>",
      "version of the cluster (default: what the inputs say, else the newest known)",
    )
    .option("--rootfs <folder>", "where the files of the described machine lie, for the absolute paths that flags name")
    .option("--applied-namespace <namespace>", "namespace of objects that name none", defaults.appliedNamespace)
    .option("--complete", "the inputs are all there is: what is named and absent does not exist", false)
    .option("--at <time>", "time of the run, for expiry (default: now)");
}

/** Declares where a question's inputs lie. Objects without a namespace go to `default`, as with kubectl. */
export function declareInputOptions(command: Command): void {
  command.option(
    "--in <path>",
    'files, folders or globs that describe the cluster; repeat for several (default: ".")',
    (path: string, before: readonly string[] = []) => [...before, path],
  );
  declareClusterOptions(command, { appliedNamespace: "default" });
}

export function inputOptions({ in: paths = ["."], at, ...given }: GivenInputs): InputOptions {
  const { kubernetesVersion, rootfs, appliedNamespace, complete } = given;
  return { paths, at: at ?? new Date().toISOString(), kubernetesVersion, rootfs, appliedNamespace, complete };
}

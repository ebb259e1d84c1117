import type { Platform } from "@authgraph/engine";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ConfigurationOptions } from "../configuration/load-configuration.ts";
import type { CacheOptions } from "../files/cache-folder.ts";
import { inGroup } from "./option-groups.ts";

/** What the inputs are taken for, and how they are read: the same for a scan and for every question. */
export interface ClusterOptions extends CacheOptions {
  readonly kubernetesVersion: string | undefined;
  readonly platform: Platform | undefined;
  readonly rootfs: string | undefined;
  readonly appliedNamespace: string | undefined;
  readonly complete: boolean;
  readonly at: string;
  readonly configuration: ConfigurationOptions;
}

/** The inputs of a command that asks something of them. */
export interface InputOptions extends ClusterOptions {
  /** `--in`: files, folders, globs, `-` for standard input. */
  readonly paths: readonly string[];
  /** Which of several clusters is asked about. */
  readonly cluster: string | undefined;
}

/** What commander leaves in `opts()` for the options below. */
export interface GivenInputs {
  readonly in?: readonly string[];
  readonly kubernetesVersion?: string;
  readonly platform?: Platform;
  readonly rootfs?: string;
  readonly appliedNamespace?: string;
  readonly complete?: boolean;
  readonly at?: string;
  readonly cluster?: string;
  /** A path of `--config`; false: `--no-config`. */
  readonly config?: string | boolean;
  readonly cache?: boolean;
  readonly cacheDir?: string;
}

/** Declares what says how the inputs are read. */
export function declareClusterOptions(command: Command): void {
  inGroup(command, "The cluster that is described:", () => declareSurroundings(command));
  inGroup(command, "Configuration, cache:", () => declareConfiguration(command));
}

function declareSurroundings(command: Command): void {
  command
    .option("--kubernetes-version <version>", "its version (default: what the inputs say, else the newest known)")
    .addOption(
      new Option("--platform <platform>", "what runs it, where no control plane is among the inputs").choices(
        Object.keys(platforms),
      ),
    )
    .addOption(
      new Option("--applied-namespace <namespace>", "namespace of objects that name none").argParser(namespaceOf),
    )
    .option("--complete", "the inputs are all there is: what is named and absent does not exist")
    .option("--rootfs <folder>", "where the files of its machines lie, for the absolute paths that flags name")
    .addOption(
      new Option("--at <time>", "time to judge expiry by, as 2026-01-31T12:00:00Z (default: now)").argParser(timeOf),
    );
}

// Written out: reading the room behind would cost every start.
const platforms: Readonly<Record<Platform, true>> = {
  eks: true,
  gke: true,
  aks: true,
  openshift: true,
  k3s: true,
  rke2: true,
  kind: true,
};

function declareConfiguration(command: Command): void {
  command
    .option("--config <file>", "configuration (default: the nearest authgraph.yaml above the inputs)", namedFile)
    .option("--no-config", "take no configuration")
    .addOption(
      new Option(
        "--cache-dir <folder>",
        "where to keep what was read, for later runs (default: the system's folder for that, on build servers none)",
      ).env("AUTHGRAPH_CACHE_DIR"),
    )
    .option("--no-cache", "read everything anew, and keep nothing of it for later runs");
}

/** Which configuration a command was told to take. */
export function configurationOptions({ config }: Pick<GivenInputs, "config">): ConfigurationOptions {
  return { file: typeof config === "string" ? config : undefined, none: config === false };
}

/** Declares where a question's inputs lie. */
export function declareInputOptions(command: Command): void {
  command.option(
    "--in <path>",
    "file, folder or glob that describes the cluster; repeat for several (default: .)",
    (path: string, before: readonly string[] = []) => [...before, path],
  );
  declareClusterOptions(command);
  declareClusterChoice(command);
}

/** Declares which cluster a question is about. */
export function declareClusterChoice(command: Command): void {
  command.option("--cluster <name>", "which cluster is asked about, where the configuration names several");
}

/** Reads what was given of the options above. */
export function inputOptions({ in: paths = ["."], at, ...given }: GivenInputs): InputOptions {
  const { kubernetesVersion, platform, rootfs, appliedNamespace, complete = false, cluster } = given;
  const configuration = configurationOptions(given);
  const { cache, cacheDir } = given;
  return {
    paths,
    at: at ?? new Date().toISOString(),
    kubernetesVersion,
    platform,
    rootfs,
    appliedNamespace,
    complete,
    configuration,
    cache,
    cacheDir,
    cluster,
  };
}

/** RFC 3339, as the API server writes times. */
const rfc3339 = /^\d{4}-\d{2}-\d{2}(?:[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2}))?$/;

function timeOf(value: string): string {
  if (rfc3339.test(value) && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
  throw new InvalidArgumentError("Write it as 2026-01-31 or 2026-01-31T12:00:00Z.");
}

/** What the API server takes as the name of a namespace (ValidateNamespaceName: an RFC 1123 label). */
function namespaceOf(value: string): string {
  if (value.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(value)) return value;
  throw new InvalidArgumentError("It is no name of a namespace.");
}

/** A path that an option names. */
export function namedFile(value: string): string {
  if (value === "") throw new InvalidArgumentError("An empty path names nothing.");
  return value;
}

import type { Component } from "./facts.ts";
import { holdsFor, type KnownMinor, knownMinors, type MaskedRow } from "./versions.ts";

/** A flag that a component knows. */
export interface ComponentFlag {
  readonly name: string;
  /** As `--help` names it: `bool`, `string`, `strings`, `duration`, `mapStringBool`, … */
  readonly type: string;
  /** As `--help` prints it; undefined for one that is false, empty or 0. */
  readonly default: string | undefined;
  readonly deprecated: boolean;
}

export interface ComponentFlags {
  readonly flags: ReadonlyMap<string, ComponentFlag>;
  /** Whether these are all: only then does a name that is missing mean that the component refuses to start with it. */
  readonly complete: boolean;
}

type FlagRow = MaskedRow<[name: string, type: string, defaultValue: string | null, deprecated?: 1]>;

/** The flags that a component of this minor knows, by name. */
export async function componentFlags(component: Component, minor: KnownMinor): Promise<ComponentFlags> {
  const text = await encodedFlags(component);
  if (text === undefined) return { flags: new Map(), complete: false };
  const encoded: readonly [completeFrom: number, ...rows: readonly FlagRow[]] = JSON.parse(text);
  const [completeFrom, ...rows] = encoded;
  const flags = new Map<string, ComponentFlag>();
  for (const row of rows) {
    if (!holdsFor(row, minor)) continue;
    const [, name, type, defaultValue, deprecated] = row;
    flags.set(name, { name, type, default: defaultValue ?? undefined, deprecated: deprecated === 1 });
  }
  if (component === "kube-apiserver")
    for (const flag of hiddenServerFlags) {
      if (!flags.has(flag.name)) flags.set(flag.name, flag);
    }
  return { flags, complete: knownMinors.indexOf(minor) >= completeFrom };
}

/**
 * Deprecated flags that `--help` does not show and every server takes all the same (pkg/controlplane/apiserver/options
 * and cmd/kube-apiserver/app/options: MarkDeprecated hides them). kops still gives the first.
 */
const hiddenServerFlags: readonly ComponentFlag[] = [
  { name: "apiserver-count", type: "int", default: "1", deprecated: true },
  { name: "default-watch-cache-size", type: "int", default: "100", deprecated: true },
  { name: "enable-logs-handler", type: "bool", default: undefined, deprecated: true },
  { name: "kubelet-port", type: "uint", default: "10250", deprecated: true },
  { name: "kubelet-read-only-port", type: "uint", default: "10255", deprecated: true },
];

async function encodedFlags(component: Component): Promise<string | undefined> {
  switch (component) {
    case "kube-apiserver":
      return (await import("./generated/flags-kube-apiserver.gen.ts")).encodedFlags;
    case "kubelet":
      return (await import("./generated/flags-kubelet.gen.ts")).encodedFlags;
    case "kube-controller-manager":
      return (await import("./generated/flags-kube-controller-manager.gen.ts")).encodedFlags;
    case "kube-scheduler":
      return (await import("./generated/flags-kube-scheduler.gen.ts")).encodedFlags;
    case "etcd":
      // A program with versions of its own.
      return undefined;
  }
}

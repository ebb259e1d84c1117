import { parseGoBool } from "@authgraph/kubernetes";
import type { FeatureGates } from "../types.ts";
import { mayBeHidden, type ServerBeingRead, unresolvedValue } from "./server-being-read.ts";

/**
 * What the command line sets feature gates to (k8s.io/component-base/featuregate: Set): each occurrence of the flag adds
 * to those before it. Since 1.31 a gate may stand behind the component it is meant for, which is `kube` here.
 */
export function readFeatureGates(server: ServerBeingRead): FeatureGates {
  const flags = server.invocation.flags.filter(({ name }) => name === "feature-gates");
  const unresolved = flags.find((flag) => flag.unresolved);
  const set = new Map<string, boolean>();
  for (const { value } of flags) {
    for (const pair of (value ?? "").split(",")) {
      const [, name, setting] = /^\s*(?:kube:)?([^=:]*?)\s*=(.*)$/.exec(pair) ?? [];
      const enabled = setting === undefined ? undefined : parseGoBool(setting.trim());
      if (name !== undefined && enabled !== undefined) set.set(name, enabled);
    }
  }
  return { set, doubt: unresolved === undefined ? mayBeHidden(server, "feature-gates") : unresolvedValue(unresolved) };
}

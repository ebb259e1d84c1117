import { parseGoBool } from "@authgraph/kubernetes";
import type { ComponentInstance } from "../types.ts";

/**
 * Whether a server serves the API of RBAC objects. Its authorizer reads them through that API: where `--runtime-config`
 * switches it off there is none to be found, the default policy neither.
 *
 * What is said of a group and version counts more than what is said of all that are generally available, and that more
 * than what is said of all (k8s.io/apiserver pkg/server/resourceconfig/helpers.go: MergeAPIResourceConfigs).
 */
export function servesRbacApi({ settings }: Pick<ComponentInstance, "settings">): boolean {
  const config = new Map<string, boolean>();
  for (const pair of settings.get("runtime-config")?.values?.flatMap((value) => value.split(",")) ?? []) {
    const [key = "", value = ""] = pair.split(/=(.*)/s).map((part) => part.trim());
    // A name alone switches on.
    config.set(key, value === "" || parseGoBool(value) === true);
  }
  return (
    config.get("rbac.authorization.k8s.io/v1") ??
    config.get("rbac.authorization.k8s.io") ??
    config.get("api/ga") ??
    config.get("api/all") ??
    true
  );
}

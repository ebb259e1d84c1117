import type { AccessGraph, ApiServer } from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import { nonResourceUrlMatches } from "@authgraph/kubernetes";
import { hop } from "./hops.ts";
import type { Confidence, Hop } from "./risk.ts";

/** Whether requests without credentials get as far as the authorizer, and what says so. */
export interface AnonymousReach {
  readonly reach: "all-paths" | "some-paths" | "nothing" | "unknown";
  readonly paths: readonly string[];
  readonly hop: Hop;
  readonly confidence: Confidence;
  /** Not read off the inputs but taken from a default. */
  readonly assumed: boolean;
}

/** Of several API servers the one that lets in most. */
export function anonymousReach({ apiServers }: AccessGraph): AnonymousReach {
  const reaches = apiServers.map(reachOf).sort((a, b) => rank[a.reach] - rank[b.reach]);
  return (
    reaches[0] ?? {
      reach: "nothing",
      paths: [],
      hop: hop({ kind: "built-in", of: "no API server" }, "no request is accepted"),
      confidence: "possible",
      assumed: true,
    }
  );
}

const rank = { "all-paths": 0, "some-paths": 1, unknown: 2, nothing: 3 } as const;

function reachOf({ anonymous, assumed }: ApiServer): AnonymousReach {
  const { value, origin } = anonymous;
  const confidence = assumed ? "likely" : "certain";
  switch (value.access) {
    case "all-paths": {
      const label = assumed ? "such requests are accepted by default" : "such requests are accepted, on all paths";
      return { reach: "all-paths", paths: [], hop: hop(origin, label, 1), confidence, assumed };
    }
    case "some-paths": {
      const paths = value.paths.map((path) => path.value);
      const at = value.paths[0]?.origin ?? origin;
      return {
        reach: "some-paths",
        paths,
        hop: hop(at, "such requests are accepted on these paths", 1),
        confidence,
        assumed,
      };
    }
    case "off":
      return {
        reach: "nothing",
        paths: [],
        hop: hop(origin, "such requests are refused today", 1),
        confidence,
        assumed,
      };
    case "unknown": {
      // The default lets them in, and a file that says nothing of them leaves it at that.
      const label = "accepted, unless this says otherwise";
      return { reach: "unknown", paths: [], hop: hop(origin, label, 1), confidence: "likely", assumed: true };
    }
  }
}

/** Whether a rule opens one of the paths to which anonymous requests are limited. */
export function opensPath(rule: PolicyRule, paths: readonly string[]): boolean {
  return paths.some((path) => nonResourceUrlMatches(rule.nonResourceURLs, path) || isResourcePathOf(rule, path));
}

/** `/api/v1/secrets`, `/apis/apps/v1/namespaces/x/deployments`: a path that asks for a resource of the rule. */
function isResourcePathOf({ resources }: PolicyRule, path: string): boolean {
  if (!/^\/(?:api|apis\/[^/]+)\/[^/]+\/[^/]/.test(path)) return false;
  const segments = path.split("/");
  return resources.some(({ value }) => value === "*" || segments.includes(value.split("/")[0] ?? value));
}

/** Whether RBAC is asked at all; where nothing describes the API server it is. */
export function rbacIsAsked({ apiServers }: AccessGraph): boolean {
  return apiServers.some(
    ({ authorization: { value } }) => !value.known || value.modes.some((mode) => mode.value === "RBAC"),
  );
}

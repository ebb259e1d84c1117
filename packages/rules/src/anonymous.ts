import { type AccessGraph, type ApiServer, type Grant, type PathRequest, requestsFor } from "@authgraph/graph";
import {
  anonymousIdentity,
  identityKeys,
  nonResourceUrlMatches,
  type PolicyRule,
  resourceMatches,
  ruleAllows,
  verbMatches,
} from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
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

/**
 * What grants give to requests that get in on these paths only: each rule cut down to what the paths can ask of it,
 * without what Kubernetes gives such requests by itself (`system:public-info-viewer`).
 */
export function grantsOnPaths(
  graph: AccessGraph,
  grants: readonly Grant[],
  paths: readonly string[],
): readonly Grant[] {
  const shipped = identityKeys(anonymousIdentity).flatMap((key) =>
    [...graph.grantsOf(key)].filter((grant) => grant.shipped).map(({ rule }) => rule),
  );
  const reached = paths.map((path): ReachedPath => {
    const requests = requestsFor(path).filter(
      ({ attributes }) => !shipped.some((rule) => ruleAllows(rule, { ...attributes, verb: "get" })),
    );
    return { path, requests };
  });
  return grants.flatMap((grant) => {
    const onPaths = pathsOf(grant, reached);
    return [...(onPaths === undefined ? [] : [onPaths]), ...reached.flatMap((one) => objectsOf(grant, one))];
  });
}

interface ReachedPath {
  readonly path: string;
  /** All are about the same object or path, and differ in their verb. */
  readonly requests: readonly PathRequest[];
}

/** The grant of those paths that are no resource. */
function pathsOf(grant: Grant, reached: readonly ReachedPath[]): Grant | undefined {
  const nonResourceURLs = reached.flatMap(({ path, requests }): readonly Located<string>[] => {
    const asked = requests.some(
      ({ attributes }) => attributes.kind === "non-resource" && ruleAllows(grant.rule, attributes),
    );
    const written = grant.rule.nonResourceURLs.find((one) => nonResourceUrlMatches([one], path));
    return asked && written !== undefined ? [located(path, written.origin)] : [];
  });
  return nonResourceURLs.length === 0 ? undefined : { ...grant, rule: { ...grant.rule, nonResourceURLs } };
}

/** The grant of the objects that one path is about, such as `/api/v1/secrets`. */
function objectsOf(grant: Grant, { requests }: ReachedPath): readonly Grant[] {
  const { rule, scope } = grant;
  const usable = requests.flatMap(({ attributes, anyName }) => {
    if (attributes.kind === "non-resource" || attributes.verb === "") return [];
    const name = anyName ? (rule.resourceNames[0]?.value ?? "") : attributes.name;
    return ruleAllows(rule, { ...attributes, name }) ? [attributes] : [];
  });
  const [first] = usable;
  if (first === undefined || (scope.kind === "namespace" && scope.namespace !== first.namespace)) return [];
  const { namespace, resource, subresource, apiGroup, name } = first;
  const written = rule.resources.filter((one) => resourceMatches([one], resource, subresource));
  const at = (list: readonly Located<string>[], value: string) => located(value, list[0]?.origin ?? rule.origin);
  const narrowed: PolicyRule = {
    ...rule,
    verbs: usable.flatMap(({ verb }) =>
      rule.verbs.filter((one) => verbMatches([one], verb)).map((one) => at([one], verb)),
    ),
    apiGroups: [at(rule.apiGroups, apiGroup)],
    resources: [at(written, subresource === "" ? resource : `${resource}/${subresource}`)],
    resourceNames: name === "" ? rule.resourceNames : [at(rule.resourceNames, name)],
  };
  return [{ ...grant, scope: namespace === "" ? scope : { kind: "namespace", namespace }, rule: narrowed }];
}

/** Whether RBAC is asked at all; where nothing describes the API server it is. */
export function rbacIsAsked({ apiServers }: AccessGraph): boolean {
  return apiServers.some(
    ({ authorization: { value } }) => !value.known || value.modes.some((mode) => mode.value === "RBAC"),
  );
}

import type { Attributes, PathEnd, PathsAnswer, Route } from "@authgraph/engine";
import type { Grant, Step, StepKind } from "@authgraph/rules";
import { printable } from "./printable.ts";
import { keyWords } from "./vertex-words.ts";

/** `User jane`, `read-secrets in dev`, `cluster-admin`; printable. */
export function endWords(end: PathEnd): string {
  switch (end.end) {
    case "identity":
      return keyWords(end.key);
    case "cluster-admin":
      return "cluster-admin";
    case "power":
      return end.namespace === undefined ? end.power : `${end.power} in ${printable(end.namespace)}`;
  }
}

/** What somebody does or is by a step: `can run pods as …`, `is in Group …`; printable. */
export function stepWords({ powerId, phrase }: Step): string {
  return printable(powerId === undefined ? phrase : `can ${phrase}`);
}

/** What a grant of a step is asked for there: its rule may give much else. */
export function askedOf({ power }: Step, grant: Grant): Attributes | undefined {
  const witness = power?.witnesses.find((one) => one.grant === grant);
  if (witness === undefined) return undefined;
  const { verb, apiGroup, resource, subresource } = witness.ask;
  return { kind: "resource", verb, apiGroup, resource, subresource, namespace: "", name: "" };
}

/** How many start on each way, most first: `3 by pods of their own, 1 by impersonation`. */
export function waysOf(routes: readonly Route[]): string {
  const counts = new Map<string, number>();
  for (const { path, others } of routes) {
    const way = path.steps.map(({ kind }) => wayOf[kind]).find((word) => word !== undefined) ?? "by what they are";
    counts.set(way, (counts.get(way) ?? 0) + 1 + others.length);
  }
  const sorted = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return sorted.map(([way, count]) => `${count} ${way}`).join(", ");
}

/** Who starts on some routes, themselves alone. */
export function identitiesOf(routes: PathsAnswer["routes"]): number {
  return routes.reduce((sum, { others }) => sum + 1 + others.length, 0);
}

/** Undefined for what follows by itself. */
const wayOf: Readonly<Record<StepKind, string | undefined>> = {
  "create-pod": "by pods of their own",
  "write-workload": "by workloads of their own",
  "enter-pod": "by entering pods",
  "request-token": "by tokens they request",
  "read-token-secret": "by tokens in Secrets",
  "create-token-secret": "by token Secrets of their own",
  impersonate: "by impersonation",
  "bind-role": "by binding roles",
  "escalate-role": "by changing roles",
  "approve-certificate": "by certificates they approve",
  "reach-kubelet": "through kubelets",
  "node-credential": "by the credential of a node",
  "mount-host-path": "by folders of nodes",
  "relabel-namespace": "by relabelling namespaces",
  "run-privileged": "by privileged pods",
  "control-admission": "by admission webhooks",
  "replace-api-server": "by API servers of their own",
  "inject-aggregate": "by rules for an aggregated role",
  "write-identity-map": "by the mapping of identities",
  "member-of": undefined,
  "one-of-accounts": undefined,
  "one-of-users": undefined,
  "token-in-secret": undefined,
  "pod-runs-as": undefined,
  "pods-on-node": undefined,
  controllers: undefined,
  "holds-everything": "by a role that gives everything",
};

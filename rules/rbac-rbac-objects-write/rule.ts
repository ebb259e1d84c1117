import { type Check, type HeldPower, inScope, listed, powerRisks, quotable } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-rbac-objects-write",
    powers: ["write-cluster-rbac", "write-rbac"],
    words: (power) => [phraseOf(power)],
  });

/** By name it hands on less: to whoever is bound to a role already, or what a binding gives already. */
function phraseOf({ phrase, names, scope, witnesses: [{ ask }] }: HeldPower): string {
  const kind = kinds[ask.resource];
  if (names.length === 0 || kind === undefined) return phrase;
  const where = ask.resource.startsWith("cluster") ? "" : ` ${inScope(scope)}`;
  const which = `${kind} ${listed(names.map((name) => quotable(name)))}${where}`;
  return ask.resource.endsWith("bindings")
    ? `add members to ${which}, if it holds all that it gives`
    : `put its own rights into ${which}, for all who are bound to it`;
}

const kinds: Readonly<Record<string, string>> = {
  clusterrolebindings: "ClusterRoleBinding",
  clusterroles: "ClusterRole",
  rolebindings: "RoleBinding",
  roles: "Role",
};

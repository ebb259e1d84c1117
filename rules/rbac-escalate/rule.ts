import {
  type BoundPower,
  type Check,
  type HeldPower,
  listed,
  powerRisks,
  quotable,
  type RuleContext,
} from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-escalate",
    powers: ["escalate", "escalate-in-namespace", "escalate-named-cluster-role", "escalate-named-role"],
    judged: (found) => judged(context, found),
    instead: ({ names }) =>
      names.length > 0
        ? []
        : ["let the account hold what it hands on: then it can write those rights into roles without escalate"],
  });

/** By name it is worth what the named roles are: everything, where the writer is bound to one of them itself. */
function judged(context: RuleContext, { bound, power }: BoundPower): HeldPower | undefined {
  const kind = kindByName[power.id];
  if (kind === undefined) return power;
  const roles = rolesItWrites(power);
  if (roles.length === 0) return undefined;

  const own: string[] = [];
  let everywhere = false;
  for (const { role, scope } of context.graph.grantsOf(bound.holder.key)) {
    const { object } = role.entry;
    if (object.kind !== kind || !roles.includes(object.meta.name.value)) continue;
    if (!own.includes(object.meta.name.value)) own.push(object.meta.name.value);
    everywhere ||= scope.kind === "cluster";
  }
  if (own.length === 0) return { ...power, names: roles, phrase: `write any right into ${kind} ${listedNames(roles)}` };
  const level = everywhere ? 1 : 3;
  const phrase = `write any right into ${kind} ${listedNames(own)}, which it is bound to`;
  return { ...power, level, sureLevel: level, names: [], phrase };
}

const kindByName: Partial<Record<HeldPower["id"], "ClusterRole" | "Role">> = {
  "escalate-named-cluster-role": "ClusterRole",
  "escalate-named-role": "Role",
};

/** Of the roles that escalate is granted for, those that may be written. */
function rolesItWrites({ witnesses: [escalate, write] }: HeldPower): readonly string[] {
  if (write === undefined || write.names.length === 0) return escalate.names;
  return escalate.names.length === 0 ? write.names : escalate.names.filter((name) => write.names.includes(name));
}

function listedNames(names: readonly string[]): string {
  return listed(names.map((name) => quotable(name)));
}

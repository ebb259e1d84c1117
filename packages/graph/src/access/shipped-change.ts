import { buildAccessGraph } from "../access-graph.ts";
import { buildInventory } from "../inventory.ts";
import type { EffectiveRole, Grant, Inventory, ObjectKey } from "../types.ts";
import { type Access, accessOf, accessOfRule } from "./access.ts";
import type { ChangeCause } from "./change-cause.ts";
import type { ComparedSide } from "./compared-side.ts";
import { uncovered } from "./uncovered.ts";

/** Takes out of what was found of some grants what nobody did but the version of Kubernetes. */
export type WithoutUpgrade = (
  cause: ChangeCause,
  grants: readonly Grant[],
  access: readonly Access[],
) => readonly Access[];

/**
 * Between two versions every role that Kubernetes ships may differ, for everybody who is bound to one. Of a rule that is
 * as shipped only that counts which the other version ships too: the other side does not have it as somebody took it
 * away. Not so where the binding is somebody's and is new.
 */
export function withoutUpgrade(own: ComparedSide, other: ComparedSide): WithoutUpgrade {
  if (shipTheSame(own.graph.inventory, other.graph.inventory)) return (_cause, _grants, access) => access;
  let roles: ReadonlyMap<ObjectKey, EffectiveRole> | undefined;
  return (cause, grants, access) => {
    if (access.length === 0) return access;
    const isOfVersion = ({ role, rule, binding, subject }: Grant) =>
      role.isShipped(rule) && (cause.of === "role" || binding.isShipped(subject));
    const ofVersion = grants.filter(isOfVersion);
    if (ofVersion.length === 0) return access;
    roles ??= shippedRoles(other.graph.inventory);
    const shippedThere = ofVersion.flatMap(({ role, scope }) =>
      (roles?.get(role.entry.key)?.rules ?? []).map((rule) => accessOfRule(rule, scope)),
    );
    const others = accessOf(grants.filter((grant) => !isOfVersion(grant)));
    return uncovered(access, uncovered(accessOf(ofVersion), [...shippedThere, ...others]));
  };
}

function shipTheSame({ shipped: a, minor }: Inventory, { shipped: b, minor: other }: Inventory): boolean {
  return (a.kubernetes === b.kubernetes && a.kubeadm === b.kubeadm) || (minor !== undefined && minor === other);
}

/** Roles as a server of the version would have them, and as kubeadm makes them, by key. */
function shippedRoles({ shipped }: Inventory): ReadonlyMap<ObjectKey, EffectiveRole> {
  const { kubernetes, kubeadm } = shipped;
  const both = { roles: [...kubernetes.roles, ...kubeadm.roles], bindings: [] };
  const inventory = buildInventory({
    texts: [],
    shipped: { kubernetes: both, kubeadm: { roles: [], bindings: [] } },
    namespaceOf: () => undefined,
    complete: true,
  });
  return new Map(buildAccessGraph(inventory).roles.map((role) => [role.entry.key, role]));
}

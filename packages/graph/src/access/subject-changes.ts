import type { SubjectKey } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import type { Grant } from "../types.ts";
import { accessKey, accessOf, accessOfRule } from "./access.ts";
import { type ChangeCause, causeOf, type Sides } from "./change-cause.ts";
import { originOfChange } from "./changed-value.ts";
import type { AccessChange } from "./compare-access.ts";
import type { HeldAccess } from "./held-access.ts";
import { implicitGroups } from "./implicit-groups.ts";
import { withoutUpgrade } from "./shipped-change.ts";
import { holding, uncoveredBy } from "./uncovered.ts";

/** Finds what a subject has on one side and not on the other, by cause. */
export function changeFinder(sides: Sides): (subject: SubjectKey) => readonly AccessChange[] {
  const { own, other } = sides;
  const judged = withoutUpgrade(own, other);

  return (subject) => {
    const had = other.grantsOf(subject);
    const known = new Set(had.map(grantKey));
    const fresh = own.grantsOf(subject).filter((grant) => !known.has(grantKey(grant)));
    if (fresh.length === 0) return [];

    const held = [holding(accessOf(had)), ...implicitGroups(subject).map(other.heldBy)];
    const changes: AccessChange[] = [];
    for (const { cause, grants } of byCause(fresh, subject, sides)) {
      const access = judged(cause, grants, uncoveredBy(held, accessOf(grants)));
      if (access.length === 0) continue;
      changes.push({ access, through: cause.through, origin: cause.origin ?? originOfNew(grants, held) });
    }
    return changes;
  };
}

interface Caused {
  readonly cause: ChangeCause;
  readonly grants: Grants;
}

type Grants = [Grant, ...Grant[]];

/** In the order of grants. */
function byCause(grants: readonly Grant[], subject: SubjectKey, sides: Sides): Iterable<Caused> {
  const found = new Map<string, Caused>();
  for (const grant of grants) {
    const cause = causeOf(grant, subject, sides);
    const same = found.get(cause.through);
    if (same === undefined) found.set(cause.through, { cause, grants: [grant] });
    else same.grants.push(grant);
  }
  return found.values();
}

/** The place in the first rule that gives more. */
function originOfNew(grants: Grants, held: readonly HeldAccess[]): Origin {
  for (const { rule, scope } of grants) {
    const access = uncoveredBy(held, [accessOfRule(rule, scope)]);
    if (access.length > 0) return originOfChange(rule, access);
  }
  return grants[0].rule.origin;
}

function grantKey({ rule, scope }: Grant): string {
  return accessKey(accessOfRule(rule, scope));
}

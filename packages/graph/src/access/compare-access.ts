import type { SubjectKey } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import type { AccessGraph } from "../types.ts";
import type { Access } from "./access.ts";
import { changedSubjects } from "./changed-subjects.ts";
import { compareSettings } from "./compare-settings.ts";
import { comparedSide } from "./compared-side.ts";
import { ruleNumbers } from "./rule-numbers.ts";
import { changeFinder } from "./subject-changes.ts";

/** Who gained and who lost what between two states of a cluster. */
export interface AccessComparison {
  /** Only subjects for whom something changed, by key. */
  readonly subjects: readonly SubjectChange[];
  /** What changed for everybody: who is let in, and who is asked. */
  readonly settings: readonly SettingChange[];
}

export interface SubjectChange {
  readonly subject: SubjectKey;
  readonly gained: readonly AccessChange[];
  readonly lost: readonly AccessChange[];
}

/** Access that is there on one side only, and what made the difference; one for each cause. */
export interface AccessChange {
  /** What nothing on the other side gave: never empty, nothing of it twice. */
  readonly access: readonly Access[];
  /** What changed, for people: `ClusterRoleBinding ops added`, `ClusterRole reader widened`. */
  readonly through: string;
  /** Where that stands, on the side that has the access. */
  readonly origin: Origin;
}

export interface SettingChange {
  /** `kube-apiserver: anonymous requests` */
  readonly setting: string;
  readonly before: string;
  readonly after: string;
  /** More people get in, or more is allowed. */
  readonly wider: boolean;
  readonly origin: Origin | undefined;
}

/**
 * Compares what subjects may do. Where it is written, and how it is cut into roles and bindings, makes no difference.
 *
 * Each subject has what its own bindings give and what those of the groups give that it is in by itself
 * (`system:authenticated` and the like): what moves from such a group to a member is a loss of the group's alone. Of
 * definitions that disagree all count. Members of other groups change with their group, and are not told one by one.
 */
export function compareAccess(before: AccessGraph, after: AccessGraph): AccessComparison {
  const [was, is] = [comparedSide(before), comparedSide(after)];
  const numbers = ruleNumbers();
  const gain = changeFinder({ own: is, other: was, change: "gained" }, numbers);
  const loss = changeFinder({ own: was, other: is, change: "lost" }, numbers);
  const subjects: SubjectChange[] = [];
  for (const subject of changedSubjects(before, after, numbers)) {
    const [gained, lost] = [gain(subject), loss(subject)];
    if (gained.length + lost.length > 0) subjects.push({ subject, gained, lost });
  }
  return { subjects, settings: compareSettings(before, after) };
}

import type { AccessComparison } from "@authgraph/engine";
import { accessKey, type HeldPower, powerOfAccess } from "@authgraph/rules";

type Change = AccessComparison["subjects"][number]["gained"][number];

/** Subjects for whom the same changed. */
export interface ChangedSubjects {
  /** Keys, in order; at least one. */
  readonly subjects: readonly string[];
  readonly changes: readonly Change[];
  /** The strongest of what it gives. */
  readonly power: HeldPower | undefined;
}

/** Who gained, or lost, the same; what gives most comes first. */
export function changedSubjects(
  { subjects }: AccessComparison,
  direction: "gained" | "lost",
): readonly ChangedSubjects[] {
  const groups = new Map<string, { readonly subjects: string[]; readonly changes: readonly Change[] }>();
  for (const one of subjects) {
    const changes = one[direction];
    if (changes.length === 0) continue;
    const key = changes.map(changeKey).join("\n");
    const same = groups.get(key);
    if (same === undefined) groups.set(key, { subjects: [one.subject], changes });
    else same.subjects.push(one.subject);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, power: powerOfAccess(group.changes.flatMap(({ access }) => access)) }))
    .sort((a, b) => levelOf(a.power) - levelOf(b.power) || reach(b) - reach(a));
}

const weakest = 7;

export function levelOf(power: HeldPower | undefined): number {
  return power?.level ?? weakest;
}

function reach({ power, subjects }: ChangedSubjects): number {
  return (power?.scope.kind === "cluster" ? 1_000_000 : 0) + subjects.length;
}

function changeKey({ through, access, origin }: Change): string {
  const place = origin.kind === "built-in" ? origin.of : `${origin.source.path} ${origin.start}`;
  return `${through} ${place} ${access.map(accessKey).join()}`;
}

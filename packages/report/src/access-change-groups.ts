import type { AccessComparison } from "@authgraph/engine";
import { type Access, accessKey, appliedNamespace, type HeldPower, powerOfAccess } from "@authgraph/rules";
import { listWords, whoWords } from "./access-change-words.ts";
import { printable } from "./printable.ts";

type Change = AccessComparison["subjects"][number]["gained"][number];

/** Subjects for whom the same changed. */
export interface ChangedSubjects {
  /** Keys, in order; at least one. */
  readonly subjects: readonly string[];
  readonly changes: readonly Change[];
  /** What stands there in the applied namespace is in that of each ServiceAccount. */
  readonly eachInItsOwn: boolean;
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
    const key = inOwnNamespace(one.subject, changes).map(changeKey).join("\n");
    const same = groups.get(key);
    if (same === undefined) groups.set(key, { subjects: [one.subject], changes });
    else same.subjects.push(one.subject);
  }
  const powerOf = powersByAccess();
  return [...groups.values()]
    .map((group) => {
      const [first = ""] = group.subjects;
      const eachInItsOwn = group.subjects.some((subject) => namespaceOf(subject) !== namespaceOf(first));
      const changes = eachInItsOwn ? inOwnNamespace(first, group.changes) : group.changes;
      return { ...group, changes, eachInItsOwn, power: powerOf(changes.flatMap(({ access }) => access)) };
    })
    .sort((a, b) => levelOf(a.power) - levelOf(b.power) || reach(b) - reach(a));
}

/** What a ServiceAccount may do in its own namespace is the same for all whose role changed; kube-system is no such namespace. */
function inOwnNamespace(subject: string, changes: readonly Change[]): readonly Change[] {
  const own = namespaceOf(subject);
  if (own === undefined || own === "kube-system") return changes;
  const isOwn = ({ scope }: Access) => scope.kind === "namespace" && scope.namespace === own;
  const scope = { kind: "namespace", namespace: appliedNamespace } as const;
  return changes.map((change) =>
    change.access.some(isOwn)
      ? { ...change, access: change.access.map((access) => (isOwn(access) ? { ...access, scope } : access)) }
      : change,
  );
}

function namespaceOf(subject: string): string | undefined {
  return /^User system:serviceaccount:([^:]*):/.exec(subject)?.[1];
}

/** The strongest power of some access, worked out once for all who gained the same. */
export function powersByAccess(): (access: readonly Access[]) => HeldPower | undefined {
  const powers = new Map<string, HeldPower | undefined>();
  return (access) => {
    const key = access.map(accessKey).join();
    if (!powers.has(key)) powers.set(key, powerOfAccess(access));
    return powers.get(key);
  };
}

/** What is as good as this is told in words of its own: all of a namespace, or more. */
const worthTelling = 3;

/** `ServiceAccount ci/deployer`, and where it is worth telling what that means: `can now read every Secret in the cluster`. */
export function headOf(
  { subjects, power }: ChangedSubjects,
  direction: "gained" | "lost",
): { readonly who: string; readonly can: string } {
  const isTold = power !== undefined && power.level <= worthTelling;
  const can = isTold ? ` ${direction === "gained" ? "can now" : "could"} ${printable(power.phrase)}` : "";
  return { who: listWords(subjects.map(whoWords)), can };
}

/** By the strongest that each gives by itself; equal ones in their order. */
export function strongestFirst<T>(list: readonly T[], accessOf: (one: T) => readonly Access[]): readonly T[] {
  if (list.length < 2) return list;
  const leveled = list.map((one) => ({ one, level: Math.min(...accessOf(one).map(levelOfAccess)) }));
  return leveled.sort((a, b) => a.level - b.level).map(({ one }) => one);
}

function levelOfAccess(access: Access): number {
  let level = levels.get(access);
  if (level === undefined) {
    level = levelOf(powerOfAccess([access]));
    levels.set(access, level);
  }
  return level;
}

/** Whoever gained the same holds the same objects. */
const levels = new WeakMap<Access, number>();

const weakest = 7;

function levelOf(power: HeldPower | undefined): number {
  return power?.level ?? weakest;
}

function reach({ power, subjects }: ChangedSubjects): number {
  return (power?.scope.kind === "cluster" ? 1_000_000 : 0) + subjects.length;
}

function changeKey({ through, access, origin }: Change): string {
  const place = origin.kind === "built-in" ? origin.of : `${origin.source.path} ${origin.start}`;
  return `${through} ${place} ${access.map(accessKey).join()}`;
}

import type { ReviewSpec } from "../rbac-world.ts";
import { isRole, type Manifest, type RuleManifest } from "./manifest.ts";
import { compare, type Disagreement, type Oracle } from "./oracle.ts";

/** A cluster and a question on which two oracles differ. */
export interface Case {
  readonly objects: readonly Manifest[];
  readonly disagreement: Disagreement;
}

/**
 * The case with everything left out that the oracles need not to differ: objects, subjects, rules, entries of lists.
 * Undefined where they do not differ when asked again.
 */
export async function shrinkCase(
  truth: Oracle,
  tested: Oracle,
  objects: readonly Manifest[],
  question: ReviewSpec,
): Promise<Case | undefined> {
  const differ = async (objects: readonly Manifest[]): Promise<Disagreement | undefined> => {
    await Promise.all([truth.load(objects), tested.load(objects)]);
    return (await compare(truth, tested, [question])).disagreements[0];
  };

  let disagreement = await differ(objects);
  if (disagreement === undefined) return undefined;
  let smallest = objects;
  for (let shorter = true; shorter; ) {
    shorter = false;
    for (const candidate of smallerWorlds(smallest)) {
      const still = await differ(candidate);
      if (still === undefined) continue;
      [smallest, disagreement, shorter] = [candidate, still, true];
      break;
    }
  }
  return { objects: smallest, disagreement };
}

/** Worlds with one thing less, large things first; none that a server would not take. */
function* smallerWorlds(objects: readonly Manifest[]): Generator<readonly Manifest[]> {
  if (objects.length > 3) {
    const half = objects.length >> 1;
    yield objects.slice(half);
    yield objects.slice(0, half);
  }
  yield* withoutOne(objects);
  for (const [index, object] of objects.entries()) {
    for (const smaller of smallerObjects(object)) yield objects.with(index, smaller);
  }
}

function* smallerObjects(object: Manifest): Generator<Manifest> {
  if (!isRole(object)) {
    for (const subjects of withoutOne(object.subjects ?? [])) yield { ...object, subjects };
    return;
  }
  const { rules, aggregationRule, metadata } = object;
  for (const fewer of withoutOne(rules ?? [])) yield { ...object, rules: fewer };
  for (const [index, rule] of (rules ?? []).entries()) {
    for (const smaller of smallerRules(rule)) yield { ...object, rules: (rules ?? []).with(index, smaller) };
  }
  const labels = Object.entries(metadata.labels ?? {});
  for (const fewer of withoutOne(labels)) {
    yield { ...object, metadata: { ...metadata, labels: Object.fromEntries(fewer) } };
  }
  const selectors = aggregationRule?.clusterRoleSelectors ?? [];
  for (const fewer of withoutOne(selectors)) {
    if (fewer.length > 0) yield { ...object, aggregationRule: { clusterRoleSelectors: fewer } };
  }
}

function* smallerRules(rule: RuleManifest): Generator<RuleManifest> {
  for (const field of ["verbs", "apiGroups", "resources", "nonResourceURLs"] as const) {
    for (const fewer of withoutOne(rule[field] ?? [])) if (fewer.length > 0) yield { ...rule, [field]: fewer };
  }
  for (const resourceNames of withoutOne(rule.resourceNames ?? [])) yield { ...rule, resourceNames };
}

function* withoutOne<T>(list: readonly T[]): Generator<readonly T[]> {
  for (const index of list.keys()) yield list.toSpliced(index, 1);
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ProjectTexts, scanChange, scanProject, toldRisks } from "./changed-project.ts";

// "Narrowing a role is never new, and widening always is" (design of the baseline), for roles that nobody thought of.

const verbs = ["get", "list", "create", "delete", "patch", "bind", "impersonate"] as const;
const resources = ["secrets", "pods", "pods/exec", "configmaps", "serviceaccounts/token", "nodes"] as const;
const names = ["tls", "web"] as const;

interface Rule {
  readonly verbs: readonly string[];
  readonly resources: readonly string[];
  readonly names: readonly string[];
}

/** A role, and the binding of the account to it: in one namespace or everywhere. */
interface Granted {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly everywhere: boolean;
}

/** All that the account holds. */
type World = readonly Granted[];

const some = (values: readonly string[], star: boolean) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) }) },
    { weight: star ? 1 : 0, arbitrary: fc.constant(["*"]) },
  );
const anyRule: fc.Arbitrary<Rule> = fc.record({
  verbs: some(verbs, true),
  resources: some(resources, true),
  names: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(names, false) }),
});
const anyGranted: fc.Arbitrary<Granted> = fc.record({
  name: fc.constantFrom("reader", "writer"),
  rules: fc.array(anyRule, { minLength: 1, maxLength: 3 }),
  everywhere: fc.boolean(),
});
const anyWorld = (most: number): fc.Arbitrary<World> =>
  fc.uniqueArray(anyGranted, { minLength: 1, maxLength: most, selector: ({ name }) => name });

function texts(world: World): ProjectTexts {
  return Object.fromEntries(world.map((granted) => [`${granted.name}.yaml`, textOf(granted)]));
}

function textOf({ name, rules, everywhere }: Granted): string {
  const list = (values: readonly string[]) => JSON.stringify(values);
  const ruleText = (rule: Rule) =>
    `- {apiGroups: ["", "*"], resources: ${list(rule.resources)}, verbs: ${list(rule.verbs)}, resourceNames: ${list(rule.names)}}\n`;
  const binding = everywhere
    ? `kind: ClusterRoleBinding\nmetadata: {name: ${name}}`
    : `kind: RoleBinding\nmetadata: {name: ${name}, namespace: web}`;
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ${name}}
rules:
${rules.map(ruleText).join("")}---
apiVersion: rbac.authorization.k8s.io/v1
${binding}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name}}
subjects: [{kind: ServiceAccount, name: ci, namespace: web}]
`;
}

/** What is allowed, request by request: by the words of the rules alone, over values that stand for all others too. */
function allowed(world: World): ReadonlySet<string> {
  return new Set(world.flatMap(allowedBy));
}

function allowedBy({ rules, everywhere }: Granted): readonly string[] {
  const all: string[] = [];
  for (const namespace of everywhere ? ["web", "elsewhere"] : ["web"]) {
    for (const verb of [...verbs, "other"]) {
      for (const resource of [...resources, "others"]) {
        for (const name of [...names, "another"]) {
          const isAllowed = rules.some(
            (rule) =>
              (rule.verbs.includes(verb) || rule.verbs.includes("*")) &&
              (rule.resources.includes(resource) || rule.resources.includes("*")) &&
              (rule.names.length === 0 || rule.names.includes(name)),
          );
          if (isAllowed) all.push(`${verb} ${resource} ${namespace}/${name}`);
        }
      }
    }
  }
  return all;
}

/** Two worlds of which the second is the first with something taken out. */
const narrowed = (most: number): fc.Arbitrary<readonly [World, World]> =>
  anyWorld(most).chain((world) =>
    fc.tuple(
      fc.constant(world),
      fc.tuple(...world.map(lessGranted)).map((less) => less.flat()),
    ),
  );

function lessGranted({ name, rules, everywhere }: Granted): fc.Arbitrary<readonly Granted[]> {
  const less = fc.record({
    name: fc.constant(name),
    rules: fc.tuple(...rules.map(lessOf)).map((left) => left.flat()),
    everywhere: everywhere ? fc.boolean() : fc.constant(false),
  });
  return fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 6, arbitrary: less.map((one) => [one]) });
}

function lessOf(rule: Rule): fc.Arbitrary<readonly Rule[]> {
  const part = (values: readonly string[], all: readonly string[]) =>
    fc.subarray([...(values[0] === "*" ? all : values)], { minLength: 1 });
  const less = fc.record({
    verbs: fc.oneof(fc.constant(rule.verbs), part(rule.verbs, verbs)),
    resources: fc.oneof(fc.constant(rule.resources), part(rule.resources, resources)),
    names: rule.names.length === 0 ? fc.constantFrom([], ["tls"]) : part(rule.names, names),
  });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.constant([rule]) },
    { weight: 4, arbitrary: less.map((one) => [one]) },
  );
}

const account = "ServiceAccount web/ci";

/** Words that do nothing any more are a mistake of another kind, and told. */
async function toldOfAccount(before: World, after: World): Promise<readonly string[]> {
  return toldRisks(await scanChange(texts(before), texts(after))).filter((risk) => risk.endsWith(account));
}

describe("whatever the role", () => {
  test("narrowing it makes nothing new or worse", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(narrowed(2), async ([before, after]) => {
        expect(await toldOfAccount(before, after)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("widening it makes what it gives the account worse or new", { timeout: 60_000 }, async () => {
    await fc.assert(
      // Of two bindings, one may give nothing that is a risk before or after.
      fc.asyncProperty(narrowed(1), async ([after, before]) => {
        fc.pre(allowed(after).size > allowed(before).size);
        const known = toldRisks(await scanProject(texts(before)));
        fc.pre(known.some((risk) => risk.endsWith(account)));
        expect(await toldOfAccount(before, after)).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sharedMaterialMissing, sharedPath } from "../src/shared-material.ts";
import type { GeneratedFile } from "./generated-file.ts";

// Facts per minor version, out of the dumps of real servers. Most minors share most facts, so every distinct row is
// stored once with a mask of the minors it holds for: bit 0 is the oldest minor known.

const target = "packages/kubernetes/src/generated";
const components = ["kube-apiserver", "kubelet", "kube-controller-manager", "kube-scheduler"] as const;

/** The minor from which on the flags of the other three components were read off `--help`; before, off their sources. */
const flagsExactSince = "1.37";

interface VersionDump {
  readonly version: string;
  readonly policy: PolicyDump;
  readonly resources: readonly ResourceDump[];
  readonly flags: readonly FlagDump[];
  readonly featureGates: readonly { readonly name: string; readonly stage: string; readonly enabled: boolean }[];
}

interface PolicyDump {
  readonly clusterroles: readonly RoleDump[];
  readonly roles: readonly RoleDump[];
  readonly clusterrolebindings: readonly BindingDump[];
  readonly rolebindings: readonly BindingDump[];
}

interface MetaDump {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

interface RoleDump {
  readonly metadata: MetaDump;
  readonly rules: readonly RuleDump[] | null;
  readonly aggregationRule?: { readonly clusterRoleSelectors: readonly unknown[] };
}

interface RuleDump {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

interface BindingDump {
  readonly metadata: MetaDump;
  readonly roleRef: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

interface ResourceDump {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly kind: string;
  readonly scope: string;
  readonly singularResource: string;
  readonly verbs: readonly string[];
  readonly subresources?: Readonly<Record<string, readonly string[]>>;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
}

interface FlagDump {
  readonly name: string;
  readonly type: string;
  readonly default?: string;
  readonly deprecated?: boolean;
}

/** What `@authgraph/kubernetes` knows of each minor version; nothing where the dumps are missing. */
export async function generateKubernetes(): Promise<readonly GeneratedFile[]> {
  const folder = sharedPath("data/kubernetes");
  if (folder === undefined) {
    console.warn(`facts per Kubernetes version are left as they are: ${sharedMaterialMissing}`);
    return [];
  }
  const minors = readdirSync(folder)
    .flatMap((file) => /^v(1\.\d+)\.json$/.exec(file)?.[1] ?? [])
    .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
  const dumps = minors.map((minor): VersionDump => readJson(join(folder, `v${minor}.json`)));
  const flags = new Map<string, readonly (readonly FlagDump[])[]>();
  for (const component of components) {
    if (component === "kube-apiserver") {
      flags.set(
        component,
        dumps.map((dump) => dump.flags.map(withRealType)),
      );
    } else {
      const perMinor: Record<string, readonly FlagDump[]> = readJson(join(folder, `flags-${component}.json`));
      flags.set(
        component,
        minors.map((minor) => (perMinor[minor] ?? []).map(withRealType)),
      );
    }
  }

  return [
    minorsFile(minors, dumps),
    policyFile(dumps.map((dump) => dump.policy)),
    tableFile(
      "api-resources",
      "encodedApiResources",
      "What discovery serves by default, in its order. Decoded by api-resources.ts.",
      inOrder(dumps.map((dump) => dump.resources.map(resourceRow))),
    ),
    tableFile(
      "feature-gates",
      "encodedFeatureGates",
      "Feature gates of kube-apiserver. Decoded by feature-gates.ts.",
      sorted(
        dumps.map((dump) => dump.featureGates.map(({ name, stage, enabled }) => [name, stage.toLowerCase(), +enabled])),
      ),
    ),
    ...[...flags].map(([component, perMinor]) => flagsFile(component, minors, perMinor)),
    flagArityFile(flags),
  ];
}

function minorsFile(minors: readonly string[], dumps: readonly VersionDump[]): GeneratedFile {
  const entries = minors.map(
    (minor, i) => `  ${JSON.stringify(minor)}: ${JSON.stringify(dumps[i]?.version.slice(1))},\n`,
  );
  return generated(
    "minors",
    `/** The minor versions whose facts are known, oldest first, each with the patch release they were read off. */
export const patchReleases = {
${entries.join("")}} as const;

/** The newest of them. */
export const newestMinor = ${JSON.stringify(minors.at(-1))};
`,
  );
}

/** Rules and the sets of labels and annotations stand apart, because roles of several minors share most of them. */
function policyFile(policies: readonly PolicyDump[]): GeneratedFile {
  const labels = numbering();
  const rules = numbering();
  const meta = ({ metadata }: { readonly metadata: MetaDump }): readonly unknown[] => [
    metadata.name,
    metadata.namespace ?? "",
    labels.numberOf([metadata.labels ?? {}, metadata.annotations ?? {}]),
  ];
  const role = (dump: RoleDump): readonly unknown[] => [
    ...meta(dump),
    (dump.rules ?? []).map((rule) => rules.numberOf(ruleRow(rule))),
    ...(dump.aggregationRule === undefined ? [] : [dump.aggregationRule.clusterRoleSelectors]),
  ];
  const binding = (dump: BindingDump): readonly unknown[] => [
    ...meta(dump),
    `${dump.roleRef.kind} ${dump.roleRef.name}`,
    (dump.subjects ?? []).map(subjectText),
  ];
  const sections: readonly [string, readonly unknown[]][] = [
    ["clusterRoles", sorted(policies.map((policy) => policy.clusterroles.map(role)))],
    ["roles", sorted(policies.map((policy) => policy.roles.map(role)))],
    ["clusterRoleBindings", sorted(policies.map((policy) => policy.clusterrolebindings.map(binding)))],
    ["roleBindings", sorted(policies.map((policy) => policy.rolebindings.map(binding)))],
    ["labels", labels.rows()],
    ["rules", rules.rows()],
  ];
  return generated(
    "default-policy",
    constant(
      "encodedDefaultPolicy",
      "The RBAC policy that kube-apiserver creates by itself. Decoded by default-policy.ts.",
      `{${sections.map(([name, rows]) => `"${name}":${lines(rows)}`).join(",\n")}}`,
    ),
  );
}

/** A list that is absent is `null`, so that `""` is the list of the core group. Trailing absent ones are left out. */
function ruleRow({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: RuleDump): readonly unknown[] {
  const row = [verbs, apiGroups, resources, resourceNames, nonResourceURLs].map((list) => {
    if (list?.some((element) => element.includes(","))) throw new Error(`a comma in ${JSON.stringify(list)}`);
    return list === undefined || list.length === 0 ? null : list.join(",");
  });
  while (row.at(-1) === null) row.pop();
  return row;
}

function subjectText({ kind, name, namespace }: NonNullable<BindingDump["subjects"]>[number]): string {
  return kind === "ServiceAccount" ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}

function resourceRow(dump: ResourceDump): readonly unknown[] {
  return [
    dump.group,
    dump.version,
    dump.resource,
    dump.kind,
    dump.singularResource,
    +(dump.scope === "Namespaced"),
    dump.verbs.join(","),
    Object.entries(dump.subresources ?? {})
      .map(([name, verbs]) => `${name}:${verbs.join(",")}`)
      .join(" "),
    (dump.shortNames ?? []).join(","),
    (dump.categories ?? []).join(","),
  ];
}

function flagsFile(
  component: string,
  minors: readonly string[],
  perMinor: readonly (readonly FlagDump[])[],
): GeneratedFile {
  const rows = sorted(
    perMinor.map((flags) =>
      flags.map((flag) => [flag.name, flag.type, flag.default ?? null, ...(flag.deprecated === true ? [1] : [])]),
    ),
  );
  const exactFrom = component === "kube-apiserver" ? 0 : minors.indexOf(flagsExactSince);
  return tableFile(`flags-${component}`, "encodedFlags", `Flags of ${component}. Decoded by component-flags.ts.`, [
    exactFrom,
    ...rows,
  ]);
}

/** Every flag name of every component, with the one thing that reading a command line has to know about it. */
function flagArityFile(flags: ReadonlyMap<string, readonly (readonly FlagDump[])[]>): GeneratedFile {
  const groups = new Map<string, string[]>();
  const names = new Set([...flags.values()].flat(2).map((flag) => flag.name));
  for (const name of [...names].sort()) {
    let known = 0;
    let valueless = 0;
    for (const [i, component] of components.entries()) {
      const ofThisName = (flags.get(component) ?? []).flat().filter((flag) => flag.name === name);
      if (ofThisName.length > 0) known |= 1 << i;
      if (ofThisName.some((flag) => typesWithoutValue.has(flag.type))) valueless |= 1 << i;
    }
    const group = JSON.stringify([known, valueless]).slice(1, -1);
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  const rows = [...groups].sort().map(([group, members]) => `  [${group}, ${JSON.stringify(members.join(" "))}],\n`);
  return generated(
    "flag-arity",
    `/** Components that know the flags, those where they take no value of their own (masks, bit 0 is ${components[0]}), names. */
export const flagGroups: readonly (readonly [known: number, valueless: number, names: string])[] = [
${rows.join("")}];
`,
  );
}

/** pflag takes these without a value (NoOptDefVal): a following word is not theirs. */
const typesWithoutValue: ReadonlySet<string> = new Set(["bool", "version"]);

/** `--help` shows a word quoted in a flag's description in the place of its type; here, that of the boolean --seccomp-default. */
function withRealType(flag: FlagDump): FlagDump {
  return flag.type === "RuntimeDefault" ? { ...flag, type: "bool" } : flag;
}

type Row = readonly unknown[];

/** Distinct rows in a fixed order, each with the mask of its minors in front. */
function sorted(perMinor: readonly (readonly Row[])[]): readonly Row[] {
  const masks = masksOf(perMinor);
  return [...masks.keys()].sort().map((json) => withMask(json, masks));
}

/** Distinct rows in the order that every minor lists its own, which carries meaning. */
function inOrder(perMinor: readonly (readonly Row[])[]): readonly Row[] {
  const masks = masksOf(perMinor);
  const order: string[] = [];
  for (const rows of perMinor.toReversed()) {
    let previous = -1;
    for (const json of rows.map((row) => JSON.stringify(row))) {
      const known = order.indexOf(json);
      if (known >= 0 && known < previous) throw new Error(`two minors list it in different places: ${json}`);
      if (known < 0) order.splice(previous + 1, 0, json);
      previous = known < 0 ? previous + 1 : known;
    }
  }
  return order.map((json) => withMask(json, masks));
}

function masksOf(perMinor: readonly (readonly Row[])[]): ReadonlyMap<string, number> {
  const masks = new Map<string, number>();
  for (const [i, rows] of perMinor.entries()) {
    for (const row of rows) {
      const json = JSON.stringify(row);
      masks.set(json, (masks.get(json) ?? 0) | (1 << i));
    }
  }
  return masks;
}

function withMask(json: string, masks: ReadonlyMap<string, number>): Row {
  const row: Row = JSON.parse(json);
  return [masks.get(json), ...row];
}

/** Gives equal rows the same number, counted from 0. */
function numbering(): { readonly numberOf: (row: Row) => number; readonly rows: () => readonly Row[] } {
  const numbers = new Map<string, number>();
  return {
    numberOf: (row) => {
      const json = JSON.stringify(row);
      const number = numbers.get(json) ?? numbers.size;
      numbers.set(json, number);
      return number;
    },
    rows: () => [...numbers.keys()].map((json): Row => JSON.parse(json)),
  };
}

function tableFile(name: string, constantName: string, comment: string, rows: readonly unknown[]): GeneratedFile {
  return generated(name, constant(constantName, comment, lines(rows)));
}

/** JSON in a string: an engine reads that faster than the same as code, and not before it is asked for. */
function constant(name: string, comment: string, json: string): string {
  const text = json.replaceAll(/[\\`]|\$\{/g, "\\$&");
  return `/** ${comment} */\nexport const ${name}: string = \`${text}\`;\n`;
}

/** A row a line, so that a new version shows as lines added. */
function lines(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
}

function generated(name: string, code: string): GeneratedFile {
  const path = `${target}/${name}.gen.ts`;
  return { path, content: `// Written by \`pnpm generate\` from dumps of real servers. Not to be edited.\n\n${code}` };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8"));
}

import { readFileSync } from "node:fs";
import {
  type AccessBinding,
  type AccessRole,
  knownMinors,
  loadKubeadmPolicy,
  type ObjectMeta,
  type PolicyRule,
  type Subject,
} from "@authgraph/kubernetes";
import { beforeAll, describe, expect, test } from "vitest";
import { textSources } from "./folder-sources.ts";
import { sharedMaterialMissing, sharedPath } from "./shared-material.ts";
import {
  repositoriesFolder,
  type Surveyed,
  scanWithAllRules,
  surveyApart,
  surveyTogether,
  tallyByRule,
} from "./survey.ts";

// So little noise that people keep the tool: what they are told of real repositories, as they are told it.

const most = { atHigh: 120, atMedium: 250, ofOneRule: 50 } as const;

describe.skipIf(repositoriesFolder === undefined).each([
  ["each by itself", surveyApart],
  ["all as one", surveyTogether],
] as const)(`real repositories, %s (${sharedMaterialMissing})`, (_name, survey) => {
  let surveyed: readonly Surveyed[] = [];
  beforeAll(async () => {
    surveyed = await survey(repositoriesFolder ?? "");
  });

  const severities = () => surveyed.flatMap(({ findings }) => findings.map(({ severity }) => severity));

  test(`at most ${most.atHigh} findings at high or above`, () => {
    expect(severities().filter((one) => one === "critical" || one === "high").length).toBeLessThanOrEqual(most.atHigh);
  });

  test(`at most ${most.atMedium} at medium or above`, () => {
    expect(severities().filter((one) => one !== "low" && one !== "info").length).toBeLessThanOrEqual(most.atMedium);
  });

  test(`no rule with more than ${most.ofOneRule} of them`, () => {
    const loud = [...tallyByRule(surveyed)]
      .map(([rule, { critical, high, medium }]) => ({ rule, findings: critical + high + medium }))
      .filter(({ findings }) => findings > most.ofOneRule);
    expect(loud).toEqual([]);
  });
});

describe("what Kubernetes ships is nobody's mistake", () => {
  const recorded = sharedPath("data", "kubernetes");

  test.skipIf(recorded === undefined).each([...knownMinors])(
    `default policy of %s (${sharedMaterialMissing})`,
    async (minor) => {
      const { policy }: VersionData = JSON.parse(
        readFileSync(sharedPath("data", "kubernetes", `v${minor}.json`) ?? "", "utf8"),
      );
      expect(await told(objectsOf(policy), minor)).toEqual([]);
      // A dump that does not say which version it is of.
      expect(await told(objectsOf(policy), undefined)).toEqual([]);
    },
  );

  test.each([...knownMinors])("kubeadm's objects in %s", async (minor) => {
    const { roles, bindings } = await loadKubeadmPolicy(minor);
    const objects = [...roles.map(roleManifest), ...bindings.map(bindingManifest)];
    expect(await told(objects, minor)).toEqual([]);
    expect(await told(objects, undefined)).toEqual([]);
  });

  test("a cluster without anything of its own", async () => {
    expect(await told([], undefined)).toEqual([]);
  });
});

async function told(objects: readonly unknown[], minor: string | undefined): Promise<readonly string[]> {
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: objects });
  const { findings, diagnostics } = await scanWithAllRules(textSources({ "policy.json": list }), minor);
  expect(diagnostics.filter(({ level }) => level === "error")).toEqual([]);
  return findings.map(({ ruleId, title }) => `${ruleId}: ${title}`);
}

/** The part of the recordings that is read here. */
interface VersionData {
  readonly policy: Readonly<Record<keyof typeof kinds, readonly object[]>>;
}

const kinds = {
  clusterroles: "ClusterRole",
  clusterrolebindings: "ClusterRoleBinding",
  roles: "Role",
  rolebindings: "RoleBinding",
} as const;

const apiVersion = "rbac.authorization.k8s.io/v1";

function objectsOf(policy: VersionData["policy"]): readonly unknown[] {
  return Object.entries(kinds).flatMap(([list, kind]) => {
    const objects = Object.entries(policy).find(([name]) => name === list)?.[1] ?? [];
    return objects.map((object) => ({ apiVersion, kind, ...object }));
  });
}

function roleManifest({ kind, meta, rules }: AccessRole): unknown {
  return { apiVersion, kind, metadata: metadataOf(meta), rules: rules.map(ruleManifest) };
}

function ruleManifest(rule: PolicyRule): unknown {
  const { verbs, apiGroups, resources, resourceNames, nonResourceURLs } = rule;
  const words = Object.entries({ verbs, apiGroups, resources, resourceNames, nonResourceURLs });
  return Object.fromEntries(words.map(([field, values]) => [field, values.map(({ value }) => value)]));
}

function bindingManifest({ kind, meta, roleRef, subjects }: AccessBinding): unknown {
  const { kind: roleKind, name } = roleRef;
  return {
    apiVersion,
    kind,
    metadata: metadataOf(meta),
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: roleKind.value, name: name.value },
    subjects: subjects.map(subjectManifest),
  };
}

function subjectManifest(subject: Subject): unknown {
  if (subject.kind === "ServiceAccount") {
    return { kind: subject.kind, name: subject.name.value, namespace: subject.namespace?.value };
  }
  return { apiGroup: "rbac.authorization.k8s.io", kind: subject.kind, name: subject.name.value };
}

function metadataOf({ name, namespace }: ObjectMeta): unknown {
  return { name: name.value, namespace: namespace?.value };
}

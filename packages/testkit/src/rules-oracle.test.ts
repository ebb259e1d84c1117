import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ListedRules, rulesFor } from "@authgraph/graph";
import { newestMinor } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { worldGraph } from "./rbac-world.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

/** A SelfSubjectRulesReview as a real API server answered it. */
interface RecordedRules {
  readonly user: string;
  readonly groups: readonly string[];
  readonly namespace: string;
  readonly resourceRules: readonly PlainRule[];
  readonly nonResourceRules: readonly PlainRule[];
  readonly incomplete: boolean;
}

type PlainRule = Partial<Record<(typeof lists)[number], readonly string[]>>;
const lists = ["verbs", "apiGroups", "resources", "resourceNames", "nonResourceURLs"] as const;

const worlds = [checkoutPath("fixtures/oracle/rbac"), sharedPath("oracle/rbac")].flatMap(worldsIn);

describe("SelfSubjectRulesReviews answered by a real kube-apiserver", () => {
  test.each(worlds)("%s", async (folder) => {
    const graph = await worldGraph(join(folder, "objects.yaml"), newestMinor);
    const lines = readFileSync(join(folder, "rules.jsonl"), "utf8").split("\n").filter(Boolean);
    for (const recorded of lines.map((line): RecordedRules => JSON.parse(line))) {
      const { user, groups, namespace, incomplete } = recorded;
      const listed = rulesFor(graph, { user, groups }, namespace);
      const expected = [...recorded.resourceRules, ...recorded.nonResourceRules].map(plain).sort();
      expect({ user, groups, incomplete: listed.incomplete, rules: rulesOf(listed) }).toEqual({
        user,
        groups,
        incomplete,
        rules: expected,
      });
      expect(listed.assumptions).toEqual([]);
    }
  });

  test.runIf(sharedPath("oracle/rbac") === undefined)(`all worlds: ${sharedMaterialMissing}`, (context) =>
    context.skip(),
  );
});

function worldsIn(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  const worlds = readdirSync(folder).map((name) => join(folder, name));
  return worlds.filter((world) => existsSync(join(world, "rules.jsonl")));
}

function rulesOf({ rules }: ListedRules): readonly string[] {
  return rules.map(({ rule }) => plain(Object.fromEntries(lists.map((name) => [name, rule[name].map(textOf)])))).sort();
}

function textOf({ value }: Located<string>): string {
  return value;
}

/** One text for equal rules; a list that is not there is empty. */
function plain(rule: PlainRule): string {
  return JSON.stringify(lists.map((name) => rule[name] ?? []));
}

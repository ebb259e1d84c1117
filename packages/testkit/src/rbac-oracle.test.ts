import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AccessGraph, authorize, type Decision, reasonOf } from "@authgraph/graph";
import { knownMinors, newestMinor } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { attributesOf, identityOf, type RecordedReview, readRecordedReviews, worldGraph } from "./rbac-world.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

interface World {
  readonly name: string;
  readonly manifests: string;
  readonly questions: string;
}

const sample = worldsIn(checkoutPath("fixtures/oracle/rbac"));
const made = worldsIn(sharedPath("oracle/rbac"));
const real = realWorlds();
const noSharedMaterial = made.length === 0;

describe("SubjectAccessReviews answered by a real kube-apiserver", () => {
  test.each([...sample, ...made, ...real])("$name", async ({ manifests, questions }) => {
    const graph = await worldGraph(manifests, newestMinor);
    const reviews = readRecordedReviews(questions);
    expect(reviews.length).toBeGreaterThan(0);
    expect(reviews.flatMap((review) => disagreement(graph, review))).toEqual([]);
  });

  test.skipIf(noSharedMaterial)("all worlds on every older server", async () => {
    const disagreements: unknown[] = [];
    for (const minor of knownMinors.filter((known) => known !== newestMinor)) {
      const recorded: OlderServer = JSON.parse(readFileSync(sharedFile(`oracle/rbac/versions/${minor}.json`), "utf8"));
      for (const { name, manifests, questions } of made) {
        const graph = await worldGraph(manifests, minor);
        const changed = new Map(
          recorded.worlds[name]?.differences.map(({ spec, allowed }) => [JSON.stringify(spec), allowed]),
        );
        for (const review of readRecordedReviews(questions)) {
          const allowed = changed.get(JSON.stringify(review.spec)) ?? review.allowed;
          const { outcome } = authorize(graph, identityOf(review.spec), attributesOf(review.spec));
          if (outcome !== (allowed ? "allowed" : "denied"))
            disagreements.push({ minor, name, spec: review.spec, outcome });
        }
      }
    }
    expect(disagreements).toEqual([]);
  });

  test.runIf(noSharedMaterial)(`recorded worlds: ${sharedMaterialMissing}`, (context) => context.skip());
});

describe("ClusterRoles as the aggregation controller left them", () => {
  test.skipIf(noSharedMaterial)("have the same rules, in the same order", async () => {
    const graph = await worldGraph(sharedFile("oracle/rbac/06-aggregation/objects.yaml"), newestMinor);
    const recorded: AggregatedList = JSON.parse(
      readFileSync(sharedFile("oracle/rbac/06-aggregation/aggregated.json"), "utf8"),
    );
    const ours = new Map(graph.roles.map(({ entry, rules }) => [entry.key, rules.map(plainRule)]));
    for (const { metadata, rules } of recorded.items) {
      expect([metadata.name, ours.get(`rbac.authorization.k8s.io/ClusterRole//${metadata.name}`)]).toEqual([
        metadata.name,
        (rules ?? []).map(plainRule),
      ]);
    }
  });
});

/** Of an older server: the questions it answers otherwise than the newest. */
interface OlderServer {
  readonly worlds: Readonly<Record<string, { readonly differences: readonly RecordedReview[] }>>;
}

interface AggregatedList {
  readonly items: readonly { readonly metadata: { readonly name: string }; readonly rules?: readonly PlainRule[] }[];
}

type PlainRule = Readonly<
  Partial<
    Record<
      "verbs" | "apiGroups" | "resources" | "resourceNames" | "nonResourceURLs",
      readonly (string | { readonly value: string })[]
    >
  >
>;

function plainRule({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PlainRule): unknown {
  return [verbs, apiGroups, resources, resourceNames, nonResourceURLs].map((list = []) =>
    list.map((element) => (typeof element === "string" ? element : element.value)),
  );
}

/** What we say, where it is something else. */
function disagreement(graph: AccessGraph, { spec, allowed, reason }: RecordedReview): readonly string[] {
  const decision = authorize(graph, identityOf(spec), attributesOf(spec));
  const agrees = decision.outcome === (allowed ? "allowed" : "denied");
  if (agrees && explains(decision, reason ?? "")) return [];
  return [`${decision.outcome} (${decision.reason}), not ${JSON.stringify({ spec, allowed, reason })}`];
}

/** The server names one of the grants that allow, at random, and missing roles in any order. */
function explains(decision: Decision, reason: string): boolean {
  switch (decision.outcome) {
    case "allowed":
      // system:masters and the Node authorizer allow without a reason.
      return reason === "" ? decision.proof.length === 0 : decision.proof.map(reasonOf).includes(reason);
    case "denied":
      return missingRoles(decision.reason) === missingRoles(reason);
    case "unknown":
      return false;
  }
}

function missingRoles(reason: string): string {
  const [opening] = reason.split("[");
  const roles = reason.match(/(?:cluster)?role\.rbac\.authorization\.k8s\.io "(?:[^"\\]|\\.)*" not found/g) ?? [];
  return roles.length > 1 ? `${opening}[${roles.sort().join()}]` : reason;
}

function worldsIn(folder: string | undefined): readonly World[] {
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "questions.jsonl")))
    .map((name) => ({
      name,
      manifests: join(folder, name, "objects.yaml"),
      questions: join(folder, name, "questions.jsonl"),
    }));
}

/** Worlds made of real manifests; `world.json` names the file. */
function realWorlds(): readonly World[] {
  const folder = sharedPath("oracle/real");
  if (folder === undefined) return [];
  return readdirSync(folder).map((name) => {
    const { input }: { input: string } = JSON.parse(readFileSync(join(folder, name, "world.json"), "utf8"));
    return { name, manifests: sharedFile("corpus/manifests", input), questions: join(folder, name, "questions.jsonl") };
  });
}

function sharedFile(...parts: readonly string[]): string {
  return sharedPath(...parts) ?? "";
}

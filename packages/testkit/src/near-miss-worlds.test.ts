import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AccessGraph,
  applyChange,
  authorize,
  buildAccessGraph,
  buildInventory,
  nearMisses,
  smallestGrant,
} from "@authgraph/graph";
import { type Fact, loadDefaultPolicy, loadKubeadmPolicy, newestMinor } from "@authgraph/kubernetes";
import { parse } from "@authgraph/parser";
import { describe, expect, test } from "vitest";
import { attributesOf, identityOf, readRecordedReviews } from "./rbac-world.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

const shipped = {
  kubernetes: await loadDefaultPolicy(newestMinor),
  kubeadm: await loadKubeadmPolicy(newestMinor),
};

function graphOf(facts: readonly Fact[]): AccessGraph {
  const texts = [{ path: "objects.yaml", facts }];
  return buildAccessGraph(
    buildInventory({ texts, shipped, minor: newestMinor, namespaceOf: () => "default", complete: true }),
  );
}

/** Each change costs a graph. */
const asked = 25;

describe("every change proposed for a request that a real server denied would allow it", () => {
  const folders = [checkoutPath("fixtures/oracle/rbac"), sharedPath("oracle/rbac")].flatMap((folder) =>
    folder === undefined ? [] : worldsIn(folder),
  );
  test.each(folders)("$name", ({ folder }) => {
    const text = readFileSync(join(folder, "objects.yaml"), "utf8");
    const { facts } = parse({ path: "objects.yaml", text });
    const objects = facts.flatMap((fact) => (fact.fact === "object" ? [fact.object] : []));
    const graph = graphOf(facts);
    const denied = readRecordedReviews(join(folder, "questions.jsonl")).filter(({ allowed }) => !allowed);
    for (const { spec } of denied.slice(0, asked)) {
      const [identity, attributes] = [identityOf(spec), attributesOf(spec)];
      const grant = smallestGrant(graph, identity, attributes);
      const changes = nearMisses(graph, identity, attributes).map(({ change }) => change);
      for (const change of grant === undefined ? changes : [...changes, grant]) {
        const after = applyChange(objects, change).map((object): Fact => ({ fact: "object", object }));
        expect([spec, change, authorize(graphOf(after), identity, attributes).outcome]).toEqual([
          spec,
          change,
          "allowed",
        ]);
      }
    }
  });

  test.runIf(sharedPath("oracle/rbac") === undefined)(`recorded worlds: ${sharedMaterialMissing}`, (context) =>
    context.skip(),
  );
});

function worldsIn(folder: string): readonly { readonly name: string; readonly folder: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "versions")
    .map(({ name }) => ({ name, folder: join(folder, name) }));
}

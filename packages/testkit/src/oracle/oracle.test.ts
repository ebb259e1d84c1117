import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { newestMinor } from "@authgraph/kubernetes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "../shared-material.ts";
import { assetsFolder, assetsMissing, canMakeAuthority } from "./control-plane.ts";
import { askFresh } from "./fresh-questions.ts";
import { graphOracle } from "./graph-oracle.ts";
import { isRbac } from "./manifest.ts";
import { compare } from "./oracle.ts";
import { type RecordedWorld, readRecordedWorld, recordedOracle } from "./recorded-oracle.ts";
import { type RequestTopic, sendFresh } from "./request-oracle.ts";
import { replaceableServerOracle, type ServerOracle } from "./server-oracle.ts";

const sample = readRecordedWorld(checkoutPath("fixtures/oracle/rbac/aggregation"));
const QUESTIONS = 6_000;

describe("a recorded server and the graph agree", () => {
  test("about the sample", () => expectAgreement(sample));

  test.each(shrunkDisagreements())("about what they once differed on: %s", async (_, world) => expectAgreement(world));

  const recorded = sharedPath("oracle/rbac");
  test.skipIf(recorded === undefined)("about all recorded worlds, read by another reader", async () => {
    for (const { name } of readdirSync(recorded ?? "", { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )) {
      if (/^\d/.test(name)) await expectAgreement(readRecordedWorld(`${recorded}/${name}`));
    }
  });
  test.runIf(recorded === undefined)(`recorded worlds: ${sharedMaterialMissing}`, (context) => context.skip());
});

describe.skipIf(assetsFolder === undefined)("a real kube-apiserver", () => {
  let server: ServerOracle;
  beforeAll(async () => {
    server = await replaceableServerOracle(assetsFolder ?? "");
  }, 180_000);
  afterAll(() => server?.stop());

  test("says what was recorded", async () => {
    await server.load(sample.objects.filter(isRbac));
    const recorded = recordedOracle([sample]);
    await recorded.load(sample.objects);
    const questions = sample.reviews.map(({ spec }) => spec);
    // Of several grants it may name another one now than then, so only the outcomes are the same.
    const { disagreements } = await compare(recorded, server, questions);
    expect(disagreements.filter(({ expected, actual }) => expected.outcome !== actual.outcome)).toEqual([]);
  });

  const seed = seedOfHead();
  test(`and the graph agree on ${QUESTIONS} fresh questions`, { timeout: 900_000 }, async () => {
    const graph = await graphOracle(server.minor);
    let [questions, allowed] = [0, 0];
    for await (const { objects, ...asked } of askFresh(server, graph, { questions: QUESTIONS, seed })) {
      const hint = `pnpm oracle --questions ${QUESTIONS} --seed ${seed} makes the case small and keeps it`;
      expect({ objects, disagreements: asked.disagreements }, hint).toEqual({ objects, disagreements: [] });
      questions += asked.questions;
      allowed += asked.allowed;
    }
    const share = Math.round((100 * allowed) / questions);
    console.log(`asked kube-apiserver ${server.minor} ${questions} random questions, ${share} % allowed, seed ${seed}`);
    expect(questions).toBe(QUESTIONS);
    // Where nearly all is denied, or allowed, agreeing says little.
    expect(allowed / questions).toBeGreaterThan(0.25);
    expect(allowed / questions).toBeLessThan(0.75);
  });

  const topics: readonly (readonly [topic: RequestTopic, requests: number])[] = [
    ["escalation", 75],
    ["impersonation", 75],
    ["further", 50],
  ];
  // The last have requests for certificates among them.
  test.each(topics.filter(([topic]) => canMakeAuthority || topic !== "further"))(
    "and the graph agree on fresh %s requests",
    { timeout: 120_000 },
    async (topic, requests) => {
      let forbidden = 0;
      for await (const { objects, ...sent } of sendFresh(server, topic, { requests, seed })) {
        const hint = `pnpm oracle --${topic === "further" ? topic : `${topic}s`} ${requests} --seed ${seed} --verbose tells more`;
        expect({ objects, disagreements: sent.disagreements }, hint).toEqual({ objects, disagreements: [] });
        forbidden += sent.forbidden;
      }
      const share = Math.round((100 * forbidden) / requests);
      console.log(
        `sent kube-apiserver ${server.minor} ${requests} ${topic} requests, ${share} % forbidden, seed ${seed}`,
      );
      expect(forbidden / requests).toBeGreaterThan(0.1);
      expect(forbidden / requests).toBeLessThan(0.95);
    },
  );
});

test.runIf(assetsFolder === undefined)(`a real kube-apiserver: ${assetsMissing}`, (context) => context.skip());

async function expectAgreement(world: RecordedWorld): Promise<void> {
  const [recorded, graph] = [recordedOracle([world]), await graphOracle(newestMinor)];
  await Promise.all([recorded.load(world.objects), graph.load(world.objects)]);
  const questions = world.reviews.map(({ spec }) => spec);
  expect((await compare(recorded, graph, questions)).disagreements).toEqual([]);
}

/** Kept by `pnpm oracle`. */
function shrunkDisagreements(): readonly (readonly [string, RecordedWorld])[] {
  const folder = checkoutPath("fixtures/oracle/disagreements");
  // git keeps no empty folder.
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, "utf8"))] as const);
}

/** Other questions for every commit, the same ones for the same commit. */
function seedOfHead(): number {
  const { stdout } = spawnSync("git", ["rev-parse", "HEAD"], { cwd: checkoutPath(), encoding: "utf8" });
  return Number.parseInt(/^[0-9a-f]{7}/.exec(stdout ?? "")?.[0] ?? "0", 16);
}

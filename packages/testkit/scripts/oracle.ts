import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkoutPath } from "@authgraph/testkit";
import { assetsFolder, assetsMissing } from "../src/oracle/control-plane.ts";
import { drawCombinations, singleChanges } from "../src/oracle/flag-combinations.ts";
import { compareCombinations } from "../src/oracle/flag-oracle.ts";
import { askFresh } from "../src/oracle/fresh-questions.ts";
import { graphOracle } from "../src/oracle/graph-oracle.ts";
import { type RequestTopic, sendFresh } from "../src/oracle/request-oracle.ts";
import { replaceableServerOracle } from "../src/oracle/server-oracle.ts";
import { type Case, shrinkCase } from "../src/oracle/shrink.ts";

/**
 * `pnpm oracle [--flags N|all] [--questions N] [--escalations N] [--impersonations N] [--further N] [--seed S] [--verbose]`: asks a real API server and the graph
 * random questions, and sends it random requests. Questions alone where no number is given.
 */
const { values } = parseArgs({
  options: {
    flags: { type: "string" },
    questions: { type: "string" },
    escalations: { type: "string" },
    impersonations: { type: "string" },
    further: { type: "string" },
    seed: { type: "string" },
    verbose: { type: "boolean" },
  },
});
const topics = [
  ["escalation", Number(values.escalations ?? 0)],
  ["impersonation", Number(values.impersonations ?? 0)],
  ["further", Number(values.further ?? 0)],
] as const;
const sendsRequests = topics.some(([, requests]) => requests > 0);
const count = Number(values.questions ?? (sendsRequests || values.flags !== undefined ? 0 : 20_000));
const seed = Number(values.seed ?? Date.now() % 1_000_000);
/** Each is shrunk, which takes minutes. */
const DISAGREEMENTS_WANTED = 5;

if (assetsFolder === undefined) {
  process.stderr.write(`${assetsMissing}\n`);
  process.exit(2);
}

const began = performance.now();
if (values.flags !== undefined) {
  const differing = await startWithFlags(values.flags);
  if (count === 0 && !sendsRequests) process.exit(differing === 0 ? 0 : 1);
}
let [worlds, questions, allowed, disagreeing, kept] = [0, 0, 0, 0, 0];
const server = await replaceableServerOracle(assetsFolder);
const graph = await graphOracle(server.minor);
process.stdout.write(`kube-apiserver ${server.minor}, seed ${seed}\n`);
try {
  for (const [topic, requests] of topics) disagreeing += await send(topic, requests);
  for await (const { objects, disagreements, ...asked } of askFresh(server, graph, { questions: count, seed })) {
    worlds++;
    questions += asked.questions;
    allowed += asked.allowed;
    disagreeing += disagreements.length;
    const [first] = disagreements;
    if (first !== undefined) {
      const found = await shrinkCase(server, graph, objects, first.question);
      if (found === undefined) process.stdout.write(`agree when asked again: ${JSON.stringify(first)}\n`);
      else keep(found);
      if (kept === DISAGREEMENTS_WANTED) break;
    }
    if (worlds % 20 === 0) process.stdout.write(`${figures()}\n`);
  }
} finally {
  await server.stop();
}
if (count > 0) process.stdout.write(`${figures()}, seed ${seed}\n`);
process.exitCode = disagreeing === 0 ? 0 : 1;

/** How many of so many requests the two take differently; each is printed with all it takes to see it. */
async function send(topic: RequestTopic, requests: number): Promise<number> {
  if (requests === 0) return 0;
  let [sent, forbidden, differing] = [0, 0, 0];
  for await (const { objects, disagreements, ...one } of sendFresh(server, topic, { requests, seed })) {
    sent += one.requests;
    forbidden += one.forbidden;
    differing += disagreements.length;
    for (const disagreement of disagreements) {
      process.stdout.write(`${JSON.stringify(disagreement, undefined, 1)}\n`);
      if (values.verbose) process.stdout.write(`${JSON.stringify(objects)}\n`);
    }
  }
  const share = Math.round((100 * forbidden) / sent);
  process.stdout.write(`${sent} ${topic} requests, ${share} % forbidden, ${differing} disagreements, seed ${seed}\n`);
  return differing;
}

/** How many combinations of flags a server takes otherwise than we say; `all`: every change on its own. */
async function startWithFlags(wanted: string): Promise<number> {
  const combinations = wanted === "all" ? singleChanges() : drawCombinations(Number(wanted), seed);
  let [compared, started, probes, unknown, differing] = [0, 0, 0, 0, 0];
  for await (const one of compareCombinations(assetsFolder ?? "", combinations)) {
    compared++;
    if (one.starts) started++;
    probes += one.probes;
    unknown += one.unknown;
    if (one.disagreements.length > 0) differing++;
    for (const disagreement of one.disagreements) {
      process.stdout.write(`${one.combination.changes.join(" + ")}: ${disagreement}\n`);
    }
  }
  const asked = `${probes} probes, ${unknown} unknown`;
  process.stdout.write(
    `${compared} combinations of flags, ${started} start, ${asked}, ${differing} disagree, seed ${seed}\n`,
  );
  return differing;
}

function figures(): string {
  const seconds = (performance.now() - began) / 1000;
  const share = Math.round((100 * allowed) / questions);
  const rate = Math.round((60 * questions) / seconds);
  return `${questions} questions about ${worlds} clusters, ${share} % allowed, ${disagreeing} disagreements, ${seconds.toFixed(0)} s, ${rate} a minute`;
}

function keep({ objects, disagreement: { question, expected, actual } }: Case): void {
  kept++;
  const folder = checkoutPath("fixtures/oracle/disagreements");
  mkdirSync(folder, { recursive: true });
  const number = readdirSync(folder).filter((name) => name.endsWith(".json")).length + 1;
  const [reason] = expected.reasons;
  const answer = { allowed: expected.outcome === "allowed", ...(reason === undefined ? {} : { reason }) };
  const path = `${folder}/${String(number).padStart(2, "0")}.json`;
  writeFileSync(path, `${JSON.stringify({ objects, reviews: [{ spec: question, ...answer }] }, null, 2)}\n`);
  process.stdout.write(`${path}: ${JSON.stringify({ objects, question, expected, actual })}\n`);
}

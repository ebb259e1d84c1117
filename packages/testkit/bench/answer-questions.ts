import { readFileSync } from "node:fs";
import { type AccessGraph, authorize, buildAccessGraph, buildInventory } from "@authgraph/graph";
import { newestMinor } from "@authgraph/kubernetes";
import { decodeBytes, parse } from "@authgraph/parser";
import { attributesOf, identityOf, type ReviewSpec } from "../src/rbac-world.ts";
import type { Answers } from "./decisions.ts";

// `answer-questions.ts WORLD QUESTIONS`: our side of the comparison, a process with the arguments and the output of
// go-rbac/main.go.

const [world = "", questions = ""] = process.argv.slice(2);

const start = performance.now();
const graph = load(world);
// What is made when something is asked for the first time belongs to loading.
authorize(graph, { user: "nobody", groups: [] }, { kind: "non-resource", verb: "get", path: "/" });
const loadMilliseconds = performance.now() - start;
const loadedMiB = process.resourceUsage().maxRSS / 1024;

const asked = readFileSync(questions, "utf8")
  .trimEnd()
  .split("\n")
  .map((line): ReviewSpec => JSON.parse(line))
  .map((spec) => ({ identity: identityOf(spec), attributes: attributesOf(spec) }));
const answers: Answers = { decisions: answer(), loadMilliseconds, loadedMiB, perSecond: answersPerSecond() };
process.stdout.write(JSON.stringify(answers));

/** The world as it is, without the default policy: the other side has none either. */
function load(path: string): AccessGraph {
  const nothing = { roles: [], bindings: [] };
  const { facts } = parse({ path, text: decodeBytes(readFileSync(path)).text });
  return buildAccessGraph(
    buildInventory({
      texts: [{ path, facts }],
      shipped: { kubernetes: nothing, kubeadm: nothing },
      minor: newestMinor,
      namespaceOf: () => "default",
      complete: true,
    }),
  );
}

/** All questions once: `a` for allowed, `d` for denied, `u` for unknown. */
function answer(): string {
  let decisions = "";
  for (const { identity, attributes } of asked) decisions += authorize(graph, identity, attributes).outcome.charAt(0);
  return decisions;
}

/** All questions, as often as fits into two seconds, at least once. */
function answersPerSecond(): number {
  const start = performance.now();
  let answered = 0;
  while (answered === 0 || performance.now() - start < 2000) answered += answer().length;
  return (answered * 1000) / (performance.now() - start);
}

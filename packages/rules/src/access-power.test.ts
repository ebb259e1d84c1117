import { parseAccessWords } from "@authgraph/graph";
import { expect, test } from "vitest";
import { powerOfAccess } from "./access-power.ts";

test.each<[words: readonly string[], level: number | undefined, phrase: string | undefined]>([
  [["* *.* in every namespace"], 1, "do everything in the cluster"],
  [["get pods in namespace web", "get, list secrets in every namespace"], 2, "read every Secret in the cluster"],
  [["list secrets in namespace web"], 3, "read every Secret in web"],
  [["get pods in namespace web"], 5, "read pods in web"],
  [[], undefined, undefined],
])("%s", (words, level, phrase) => {
  const power = powerOfAccess(
    words.flatMap((one) => parseAccessWords(one) ?? []),
    "1.37",
  );
  expect([power?.level, power?.phrase]).toEqual([level, phrase]);
});

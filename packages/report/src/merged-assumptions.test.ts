import { type SourceText, textOrigin } from "@authgraph/source";
import { expect, it } from "vitest";
import { mergedAssumptions } from "./merged-assumptions.ts";

const source: SourceText = { path: "a.service", text: "ExecStart=kube-apiserver $A $B" };
const [a, b] = [textOrigin(source, 25, 27), textOrigin(source, 28, 30)];

it("flags that one variable may set are one line, others stay apart", () => {
  expect(
    mergedAssumptions([
      { text: "$A does not set --x", origin: a },
      { text: "$A does not set --y", origin: a },
      { text: "$B does not set --z", origin: b },
      { text: "/etc/x is not among the inputs", origin: a },
      { text: "$A does not set --w", origin: a },
    ]).map(({ text }) => text),
  ).toEqual(["$A does not set --x, --y, --w", "$B does not set --z", "/etc/x is not among the inputs"]);
});

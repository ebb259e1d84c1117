import { type Check, hiddenRisk, hop, quotable } from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const hidden of graph.inventory.hiddenContents) {
    if (hidden.form !== "duplicate-key" || !hidden.inAccessObject) continue;
    const key = quotable(hidden.key ?? "");
    yield hiddenRisk(graph, "source-duplicate-key", hidden, {
      title: `the key \`${key}\` is written twice, and only one of its values holds`,
      label: "this value is gone",
      score: 2.0,
      why: "kubectl refuses it while it validates; other clients and older ones take the last value without a word",
      remedies: [{ text: `write \`${key}\` once`, edits: [] }],
      more: hidden.winner === undefined ? [] : [hop(hidden.winner, "this one holds")],
    });
  }
};

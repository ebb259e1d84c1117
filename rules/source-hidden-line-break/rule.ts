import { type Check, hiddenRisk } from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const hidden of graph.inventory.hiddenContents) {
    if (hidden.form !== "line-break") continue;
    yield hiddenRisk(graph, "source-hidden-line-break", hidden, {
      title: "a line break that people do not see starts a new line for kubectl",
      label: "kubectl goes on in a new line here",
      // Where access does not depend on it, or no key can begin, it is odd and no more.
      score: hidden.inAccessObject && hidden.inQuotes !== true ? 5.5 : 2.0,
      why: "what looks like a comment or one value may be a key of its own",
      remedies: [
        {
          text: "replace the character by a line feed or a space",
          edits: [{ origin: hidden.origin, replacement: " " }],
        },
      ],
    });
  }
};

import { type Check, type HiddenContent, hiddenRisk, quotable } from "@authgraph/rules";

interface Told {
  readonly title: string;
  readonly label: string;
  readonly why: string;
  readonly remedy: string;
}

export const check: Check = function* ({ graph }) {
  for (const hidden of graph.inventory.hiddenContents) {
    const told = tell(hidden);
    if (told === undefined || !hidden.inAccessObject) continue;
    const { title, label, why, remedy } = told;
    const remedies = [{ text: remedy, edits: [] }];
    yield hiddenRisk(graph, "source-hidden-content", hidden, { title, label, why, score: 5.5, remedies });
  }
};

function tell({ form, key }: HiddenContent): Told | undefined {
  const name = quotable(key ?? "");
  switch (form) {
    case "ignored-text":
      return {
        title: "kubectl drops text that looks like an access object",
        label: "kubectl drops this text",
        why: "a document ends at `...` or after its root value; what follows without `---` never reaches the cluster",
        remedy: "start a document of its own with ---, or take the text out",
      };
    case "merge-override":
      return {
        title: `a merge key decides \`${name}\`, where people read another value`,
        label: "this value does not hold",
        why: "the value written out and the one merged in differ, and which of them holds is easy to misread",
        remedy: `write \`${name}\` once, without the merge`,
      };
    case "items-on-non-list":
      return {
        title: "kubectl reads only `items`, and drops the rest of the object",
        label: "makes a list of this object",
        why: "an object with `items` is a list to kubectl, whatever its kind says",
        remedy: "take `items` out, or write the objects as documents of their own",
      };
    case "line-break":
    case "duplicate-key":
      // Rules of their own.
      return undefined;
  }
}

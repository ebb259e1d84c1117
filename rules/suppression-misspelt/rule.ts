import {
  type Check,
  firstThatFits,
  type JudgedSuppression,
  note,
  suppressionName,
  suppressionRisks,
  type ToldSuppression,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  yield* suppressionRisks(context, "suppression-misspelt", tell);
};

function* tell(judged: JudgedSuppression): Iterable<ToldSuppression> {
  const { state, detail = "", suppression } = judged;
  if (state !== "misspelt") return;
  const [rule] = suppression.rules;
  const title = `${suppressionName(judged)} accepts nothing`;
  yield {
    title: firstThatFits([`${title}: ${detail}`, `a suppression accepts nothing: ${detail}`, title]),
    label: "not taken for a suppression",
    ...(rule === undefined ? {} : { place: rule.origin }),
    notes: [note("note", detail)],
    remedies: [{ text: remedies[suppression.form], edits: [] }],
  };
}

const remedies: Readonly<Record<JudgedSuppression["suppression"]["form"], string>> = {
  comment: "write it as # authgraph: ignore[RULE] -- REASON, with rules as `authgraph rules` lists them",
  annotation: "write it as authgraph.dev/ignore: RULE -- REASON, with rules as `authgraph rules` lists them",
  configuration: "correct the entry, or let `authgraph suppress` write it",
  expected: "correct the entry, or let `authgraph baseline --expected` write it",
};

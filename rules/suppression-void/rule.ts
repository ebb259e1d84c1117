import {
  type Check,
  firstThatFits,
  hop,
  type JudgedSuppression,
  note,
  removeSuppression,
  suppressionName,
  suppressionRisks,
  type ToldSuppression,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  yield* suppressionRisks(context, "suppression-void", tell);
};

function* tell(judged: JudgedSuppression): Iterable<ToldSuppression> {
  const { state, detail = "", broken } = judged;
  if (state !== "void") return;
  const title = `${suppressionName(judged)} holds no longer`;
  yield {
    title: firstThatFits([`${title}: ${detail}`, `a suppression holds no longer: ${detail}`, title]),
    label: "accepted under a condition",
    more: broken === undefined ? [] : [hop(broken, "which this broke", 2)],
    notes: [note("note", detail)],
    remedies: [
      { text: "take back what broke the condition, or write down what is accepted now", edits: [] },
      { text: "take the suppression out", edits: removeSuppression(judged) },
    ],
  };
}

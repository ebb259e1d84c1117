import {
  type Check,
  firstThatFits,
  hop,
  type JudgedSuppression,
  note,
  removeSuppression,
  shellWord,
  suppressionName,
  suppressionRisks,
  type ToldSuppression,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  yield* suppressionRisks(context, "suppression-void", tell);
};

function* tell(judged: JudgedSuppression): Iterable<ToldSuppression> {
  const { state, detail = "", broken, suppression } = judged;
  if (state !== "void") return;
  const isGrant = suppression.form === "expected";
  const title = `${suppressionName(judged)} holds no longer`;
  const short = isGrant ? [] : [`a suppression holds no longer: ${detail}`];
  yield {
    title: firstThatFits([`${title}: ${detail}`, ...short, title]),
    label: isGrant ? "expected to give no more than this" : "accepted under a condition",
    more: broken === undefined ? [] : [hop(broken, isGrant ? "which gives more by now" : "which this broke", 2)],
    notes: [note("note", detail)],
    remedies: [
      { text: isGrant ? acceptGrant(suppression) : acceptOther, edits: [] },
      { text: "take the suppression out", edits: removeSuppression(judged) },
    ],
  };
}

const acceptOther = "take back what broke the condition, or write down what is accepted now";

function acceptGrant({ label }: JudgedSuppression["suppression"]): string {
  const subject = shellWord(label.split(" through ", 1)[0] ?? label);
  return `take back what made it wider, or expect what it gives now: authgraph baseline --expected --subject ${subject} --reason REASON`;
}

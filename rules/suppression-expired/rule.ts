import {
  type Check,
  type JudgedSuppression,
  removeSuppression,
  suppressionName,
  suppressionRisks,
  type ToldSuppression,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  yield* suppressionRisks(context, "suppression-expired", tell);
};

function* tell(judged: JudgedSuppression): Iterable<ToldSuppression> {
  const { state, suppression } = judged;
  if (state !== "expired" || suppression.until === undefined) return;
  const { value, origin } = suppression.until;
  yield {
    title: `${suppressionName(judged)} holds no longer: its last day was ${value}`,
    label: "this day is over",
    place: origin,
    notes: [],
    remedies: [
      { text: "take the suppression out, and mend what it accepted", edits: removeSuppression(judged) },
      { text: "decide anew, and write a later day", edits: [] },
    ],
  };
}

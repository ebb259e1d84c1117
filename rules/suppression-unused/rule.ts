import {
  type Check,
  type JudgedSuppression,
  note,
  removeListItem,
  removeSuppression,
  suppressionName,
  suppressionRisks,
  type ToldSuppression,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  yield* suppressionRisks(context, "suppression-unused", tell);
};

function* tell(judged: JudgedSuppression): Iterable<ToldSuppression> {
  const { state, detail, unusedRules } = judged;
  if (state === "unused") {
    const edits = removeSuppression(judged);
    yield {
      title: `${suppressionName(judged)} matches nothing`,
      label: "nothing is found that this accepts",
      notes: detail === undefined ? [] : [note("note", detail)],
      remedies: [{ text: "take the suppression out", edits }],
    };
  }
  for (const { value, origin } of unusedRules) {
    yield {
      title: `${suppressionName(judged)} names ${value} in vain`,
      label: "this rule finds nothing here",
      place: origin,
      notes: [],
      remedies: [{ text: "take the rule out of the suppression", edits: removeListItem(origin) }],
    };
  }
}

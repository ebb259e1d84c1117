import type { Origin } from "@authgraph/source";
import { removeComment, removeEntry, removeListItem } from "./edits.ts";
import { note } from "./grant-risks.ts";
import { hop } from "./hops.ts";
import type { Hop, Note, Remedy, Risk, TextEdit } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import type { JudgedSuppression } from "./suppression.ts";
import { quotable } from "./wording.ts";

/** How a rule tells of a suppression. */
export interface ToldSuppression {
  /** At most 140 characters. */
  readonly title: string;
  readonly label: string;
  readonly place?: Origin;
  readonly more?: readonly Hop[];
  readonly notes: readonly Note[];
  readonly remedies: readonly Remedy[];
}

/** Suppressions with a state, each as a risk of its own: what is accepted in vain or no longer is worth little, but a word. */
export function* suppressionRisks(
  { suppressions = [] }: RuleContext,
  ruleId: string,
  tell: (judged: JudgedSuppression) => Iterable<ToldSuppression>,
): Iterable<Risk> {
  for (const judged of suppressions) {
    const { suppression } = judged;
    for (const { title, label, place: at, more = [], notes, remedies } of tell(judged)) {
      const place = hop(at ?? suppression.origin, label, 1);
      yield {
        ruleId,
        title,
        score: 2,
        confidence: "certain",
        place,
        hops: [place, ...more],
        notes: [...notes, ...reasonNote(judged)],
        remedies,
        identity: { subject: suppression.label, object: suppression.selects },
        cause: `suppression ${suppression.key} ${title}`,
        also: title,
      };
    }
  }
}

function reasonNote({ suppression: { reason } }: JudgedSuppression): readonly Note[] {
  return reason === "" ? [] : [note("why", `it was given for: "${reason}"`)];
}

/** What a person would call a suppression in a title. */
export function suppressionName({ suppression: { form, label } }: JudgedSuppression): string {
  switch (form) {
    case "comment":
    case "annotation":
      return quotable(label);
    case "configuration":
      return `the suppression of ${quotable(label)}`;
    case "expected":
      // Through what stands at its place; a binding more would not fit into a title.
      return `the expected grant of ${quotable(label.split(" through ", 1)[0] ?? label)}`;
  }
}

/** Takes a suppression out of where it is written; no edits where that needs more than cutting. */
export function removeSuppression({ suppression: { form, origin } }: JudgedSuppression): readonly TextEdit[] {
  switch (form) {
    case "comment":
      return removeComment(origin);
    case "annotation":
      return removeEntry(origin);
    case "configuration":
    case "expected":
      return removeListItem(origin);
  }
}

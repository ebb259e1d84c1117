import type { AccessList, AccessRow } from "@authgraph/engine";
import { identityValue } from "./can-i-json.ts";
import { type AnswerContext, assumedLines } from "./can-i-text.ts";
import { assumptionValue, grantValue, ruleValue } from "./decision-json.ts";
import { kubernetesValue } from "./json-place.ts";
import { jsonText } from "./json-text.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { identityWords, objectWords, ruleWords } from "./question-words.ts";
import { painter } from "./style.ts";
import { tableLines } from "./table-text.ts";
import { yamlText } from "./yaml-text.ts";

/** Everything somebody may do, for a person. */
export function* renderAccessList(list: AccessList, context: AnswerContext): Iterable<string> {
  const { identity, rows, notes, assumptions } = list;
  const groups = identity.groups.length === 0 ? "" : ` (in ${printable(identity.groups.join(", "))})`;
  yield `${painter(context.color)("strong", `${identityWords(identity)}${groups} may:`)}\n`;
  yield* tableLines(rows.map(rowWords));
  if (rows.length === 0) yield "  nothing\n";
  yield "\n";
  for (const note of notes) yield `note: ${printable(note)}\n`;
  for (const { text } of assumptions) yield `depends on: ${printable(text)}\n`;
  yield* assumedLines(context);
}

function rowWords({ namespace, rule, grant }: AccessRow): readonly string[] {
  const where = namespace === "" ? "everywhere" : `in ${printable(namespace)}`;
  if (grant === undefined) return [where, ruleWords(rule), "", ""];
  const { object } = grant.binding.entry;
  const binding = objectWords(object.kind, object.meta.name.value, grant.binding.entry.namespace);
  return [where, ruleWords(rule), binding, placeText(rule.origin)];
}

/** The same for programs. */
export function renderAccessListJson(list: AccessList, context: AnswerContext): string {
  return `${jsonText(listValue(list, context), 2)}\n`;
}

export function renderAccessListYaml(list: AccessList, context: AnswerContext): string {
  return yamlText(listValue(list, context));
}

function listValue({ identity, rows, notes, assumptions }: AccessList, context: AnswerContext): object {
  return {
    schemaVersion: 1,
    kubernetes: kubernetesValue(context.kubernetes),
    identity: identityValue(identity),
    rules: rows.map(({ namespace, rule, grant }) => ({
      ...(namespace === "" ? {} : { namespace }),
      rule: ruleValue(rule),
      ...(grant === undefined ? {} : { grant: grantValue(grant) }),
    })),
    notes,
    assumptions: [...assumptions, ...context.assumptions].map(assumptionValue),
  };
}

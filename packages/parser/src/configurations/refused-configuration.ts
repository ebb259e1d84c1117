import type { FileRole } from "@authgraph/kubernetes";
import { textOrigin } from "@authgraph/source";
import { type Collected, type Outcome, report } from "../documents/collected.ts";
import { placeholderBelow, templateAdvice } from "../documents/template-marks.ts";
import { type ObjectView, type Place, place } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** A key that a document has twice, which a strict decoder does not take. */
export interface RepeatedKey extends Place {
  readonly key: string;
}

/** What is known of the text around a configuration. */
export interface ConfigurationSurroundings {
  /** Template marks occur in the text. */
  readonly marks: boolean;
  /** The first key that the document has twice. */
  readonly repeatedKey: RepeatedKey | undefined;
}

/** What a component says of a file that it does not start with, and where. */
export interface ConfigurationError extends Place {
  readonly text: string;
}

/**
 * Tells that a file is refused: to people as a diagnostic each, and as a fact to whatever names the file and does not
 * start with it.
 */
export function refuseConfiguration(
  collected: Collected,
  role: FileRole | undefined,
  at: Place,
  errors: readonly ConfigurationError[],
  diagnosticId: string = "configuration-refused",
): void {
  for (const error of errors) report(collected, "error", diagnosticId, error.text, error);
  collectRefused(collected, role, at, errors);
}

/** The fact alone, where the diagnostic was told already. */
export function collectRefused(
  collected: Collected,
  role: FileRole | undefined,
  at: Place,
  errors: readonly ConfigurationError[],
): void {
  const { source } = collected;
  collected.facts.push({
    fact: "configuration",
    configuration: {
      kind: "Refused",
      role,
      origin: textOrigin(source, at.start, at.end),
      errors: errors.map(({ text, start, end }) => ({ message: text, origin: textOrigin(source, start, end) })),
    },
  });
}

/** What is filled in later says nothing about what the component gets. */
export function refuseUnlessTemplate(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  role: FileRole | undefined,
  errors: readonly ConfigurationError[],
  { marks }: Pick<ConfigurationSurroundings, "marks">,
): Outcome {
  const placeholder = marks ? placeholderBelow(view, [root]) : undefined;
  if (placeholder !== undefined) {
    report(collected, "note", "template", templateAdvice, placeholder);
    return "template";
  }
  refuseConfiguration(collected, role, place(view, root), errors);
  return "refused";
}

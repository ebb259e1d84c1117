import type { Run, SkipReason } from "@authgraph/engine";
import { type Origin, textOrigin } from "@authgraph/source";
import type { Notification, ReportingDescriptor } from "sarif";
import { compareText, sortedDiagnostics, sortedSkips } from "./order.ts";
import { printable } from "./printable.ts";
import { physicalLocation, regionOf, type UriOf } from "./regions.ts";

/** More results than this are refused by GitHub together with the file. */
export const resultLimit = 25_000;
/** More than this are stored, not shown. */
const shownLimit = 5_000;
/** Of one kind; what an upload of thousands says, nobody reads. */
const notificationLimit = 200;

/** What became of the findings on their way into the file. */
export interface ResultCounts {
  readonly results: number;
  /** Findings without a file in the repository. */
  readonly withoutFile: number;
}

/** What the tool has to say besides results: inputs it could not use, rules it could not ask, what it left out. */
export function notificationsOf(run: Run, counts: ResultCounts, uriOf: UriOf): readonly Notification[] {
  const located = (origin: Origin | undefined): Pick<Notification, "locations"> => {
    const uri = origin?.kind === "text" ? uriOf(origin.source) : undefined;
    if (uri === undefined || origin?.kind !== "text") return {};
    return { locations: [{ physicalLocation: physicalLocation(uri, regionOf(origin)) }] };
  };
  return [
    ...limits(counts),
    ...accepted(run),
    ...capped(
      sortedDiagnostics(run.diagnostics).map(({ id, level, message, origin }) => ({
        ...notification(`input-${id}`, level, message),
        ...located(origin),
      })),
    ),
    ...capped(
      sortedSkips(run.coverage.filesSkipped).flatMap(({ path, reason }) => {
        if (expected.has(reason)) return [];
        const origin = textOrigin({ path, text: "" }, 0, 0);
        return [{ ...notification("file-skipped", "warning", `A file was skipped: ${reason}`), ...located(origin) }];
      }),
    ),
    ...capped(
      run.notEvaluated.map(({ rule, reason }) => notification("rule-not-evaluated", "note", `${rule}: ${reason}`)),
    ),
    ...capped(
      run.assumptions.map(({ text, origin }) => ({
        ...notification("assumption-made", "note", text),
        ...located(origin),
      })),
    ),
  ];
}

const expected: ReadonlySet<SkipReason> = new Set(["ignored by git", "not a format we read", "binary"]);

function limits({ results, withoutFile }: ResultCounts): readonly Notification[] {
  const found: Notification[] = [];
  if (results > resultLimit) {
    const text = `${results} results were found; the ${resultLimit} most severe are in this file, because GitHub refuses more`;
    found.push(notification("results-left-out", "error", text));
  } else if (results > shownLimit) {
    const text = `${results} results were found; GitHub shows ${shownLimit} of them. The most severe come first`;
    found.push(notification("results-not-shown", "warning", text));
  }
  if (withoutFile > 0) {
    const text = `${withoutFile} findings are left out: they have no place in a file of the repository`;
    found.push(notification("findings-without-file", "warning", text));
  }
  return found;
}

/** Nothing is kept silent in silence, also where the results themselves are left out. */
function accepted({ suppressed: { length } }: Run): readonly Notification[] {
  if (length === 0) return [];
  const text =
    length === 1 ? "1 finding is accepted by a suppression" : `${length} findings are accepted by suppressions`;
  return [notification("findings-suppressed", "note", text)];
}

function capped(all: readonly Notification[]): readonly Notification[] {
  const id = all[0]?.descriptor?.id;
  if (all.length <= notificationLimit || id === undefined) return all;
  const more = all.length - notificationLimit;
  return [...all.slice(0, notificationLimit), notification("more-notifications", "note", `${more} more are left out`)];
}

function notification(id: string, level: "error" | "warning" | "note", text: string): Notification {
  const message = printable(text);
  return { level, descriptor: { id }, message: { text: /[.!?]$/.test(message) ? message : `${message}.` } };
}

/** Why there is nothing else in a report. */
export function failureNotification(reason: string): Notification {
  return notification("analysis-failed", "error", reason);
}

/** What the kinds of notifications mean; those about inputs have the ids of diagnostics. */
const meanings: Readonly<Record<string, string>> = {
  "results-left-out": "More results than GitHub accepts in one file.",
  "results-not-shown": "More results than GitHub shows.",
  "findings-without-file": "Findings about standard input, or about files outside the repository.",
  "findings-suppressed": "Findings that somebody accepted, with a reason.",
  "file-skipped": "A file that could not be read.",
  "rule-not-evaluated": "A rule whose inputs are missing.",
  "assumption-made": "What was taken for granted because no input says it.",
  "analysis-failed": "The scan could not do its work.",
  "more-notifications": "Notifications that were left out.",
};

/** One descriptor for each kind of notification that occurs, by id. */
export function describeNotifications(notifications: readonly Notification[]): readonly ReportingDescriptor[] {
  const levels = new Map<string, Notification["level"]>();
  for (const { descriptor, level } of notifications) {
    if (descriptor?.id !== undefined && !levels.has(descriptor.id)) levels.set(descriptor.id, level);
  }
  return [...levels]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([id, level = "warning"]) => {
      const text = meanings[id] ?? "Something about an input: it could not be read, or not be evaluated as it stands.";
      const name = id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_match, first: string) => first.toUpperCase());
      return {
        id,
        name,
        shortDescription: { text },
        fullDescription: { text },
        help: { text: `${text} The message says what and why.` },
        defaultConfiguration: { level },
      };
    });
}

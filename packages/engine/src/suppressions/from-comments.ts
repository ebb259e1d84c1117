import type { CommentDirective, ParsedText } from "@authgraph/parser";
import type { Suppression } from "@authgraph/rules";
import { lineStarts, lineText, positionAt, type SourceText, type TextOrigin } from "@authgraph/source";
import type { SearchedCluster } from "../search.ts";
import { type ObjectAt, objectFinder, objectWords } from "./cluster-objects.ts";
import { isAtTop, lineBelowComment } from "./comment-line.ts";
import { readComment } from "./suppression-words.ts";
import {
  labelOf,
  misspeltSuppression,
  shortened,
  suppressionKey,
  type WrittenSuppression,
} from "./written-suppression.ts";

/** Every `# authgraph: …` of the inputs. */
export function fromComments(clusters: readonly SearchedCluster[]): readonly WrittenSuppression[] {
  // A file of the control plane may belong to several clusters.
  const seen = new Set<SourceText>();
  return clusters.flatMap(({ name, loaded: { texts }, context: { graph } }) => {
    const objectAt = objectFinder(graph);
    return texts.flatMap(({ parsed }) => {
      const first = parsed.directives[0]?.origin;
      if (first?.kind !== "text" || seen.has(first.source)) return [];
      seen.add(first.source);
      return parsed.directives.flatMap((directive) =>
        directive.origin.kind === "text"
          ? [written(directive, directive.origin, { parsed, home: name, objectAt })]
          : [],
      );
    });
  });
}

interface Around {
  readonly parsed: ParsedText;
  readonly home: string;
  readonly objectAt: ObjectAt;
}

function written({ text, ownLine }: CommentDirective, origin: TextOrigin, around: Around): WrittenSuppression {
  const { source } = origin;
  const said = readComment(text, { ...origin, start: source.text.indexOf(text, origin.start) });
  if (said.reach === "unknown") return misspelt(text, origin, around, said.problem);
  const { reach, words } = said;
  if (words.outcome === "misspelt") return misspelt(text, origin, around, words.problem);
  if (reach === "file" && !isAtTop(source, origin.start)) {
    return misspelt(text, origin, around, "stands at the top of a file, above all that is no comment");
  }

  const { rules, until, reason } = words;
  const line = ownLine ? lineBelowComment(source, positionAt(source, origin.start).line) : lineOf(origin);
  const at = textStart(source, line);
  const object = reach === "line" ? around.objectAt(source, at) : undefined;
  const about: Omit<Suppression, "key"> = {
    form: "comment",
    origin,
    label: labelOf(reach === "line" ? "ignore" : "ignore-file", rules),
    selects: object === undefined ? source.path : objectWords(object.key),
    rules,
    reason,
    until,
  };
  // What the line says is part of it: the same words above another line accept something else.
  const covered = reach === "line" ? withoutComment(lineText(source, line)) : "the whole file";
  return {
    suppression: { ...about, key: suppressionKey(about, [around.home, covered]) },
    cluster: undefined,
    home: around.home,
    selector: reach === "line" ? { by: "line", source, line } : { by: "file", source },
    validWhile: undefined,
    problem: undefined,
    unjudged: reach === "line" ? isSetAside(around.parsed, at) : around.parsed.documents.some(isUnread),
  };
}

function misspelt(text: string, origin: TextOrigin, { home }: Around, problem: string): WrittenSuppression {
  const told = { form: "comment", origin, label: shortened(text), selects: origin.source.path } as const;
  return misspeltSuppression(told, text, { home, problem });
}

function lineOf({ source, start }: TextOrigin): number {
  return positionAt(source, start).line;
}

/** Where the words of a line begin. */
function textStart(source: SourceText, line: number): number {
  const text = lineText(source, line);
  return (lineStarts(source)[line - 1] ?? source.text.length) + text.length - text.trimStart().length;
}

function withoutComment(line: string): string {
  return line.replace(/(?:^|\s)#\s*authgraph:.*$/, "").trim();
}

type Document = ParsedText["documents"][number];

/** What is not evaluated as it stands: a comment in it holds in what is made of it. */
function isUnread({ outcome }: Document): boolean {
  return outcome === "template" || outcome === "patch" || outcome === "refused";
}

function isSetAside({ documents }: ParsedText, offset: number): boolean {
  return documents.some(
    (document) =>
      isUnread(document) &&
      document.origin.kind === "text" &&
      document.origin.start <= offset &&
      offset <= document.origin.end,
  );
}

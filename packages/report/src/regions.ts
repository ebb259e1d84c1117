import { positionAt, type SourceText, type TextOrigin } from "@authgraph/source";
import type { PhysicalLocation } from "sarif";
import { rawLine } from "./secrets.ts";

/** Stands for the root of the repository; declared without a URI, so that no path of this machine is told. */
export const sourceRoot = "%SRCROOT%";

/** A region of one line: GitHub shows an alert in a pull request only where all its lines are in the diff. */
export interface OneLineRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
}

/** The span, or the part of it in its first line. */
export function regionOf({ source, start, end }: TextOrigin): OneLineRegion {
  const { line, column } = positionAt(source, start);
  const last = positionAt(source, end);
  const lineEnd = rawLine(source, line).length + 1;
  const endColumn = last.line === line ? last.column : lineEnd;
  return { startLine: line, startColumn: column, endLine: line, endColumn: Math.max(column, endColumn) };
}

export function physicalLocation(uri: string, region: OneLineRegion): PhysicalLocation {
  return { artifactLocation: { uri, uriBaseId: sourceRoot }, region: { ...region } };
}

/** The URI of a text from the root of the repository, if it is a file of it. */
export type UriOf = (source: SourceText) => string | undefined;

/** Where a text lies in the repository, if it is a file of it. */
export type PathOf = (source: SourceText) => string | undefined;

/** The URI reference (RFC 3986) of each text's path from the root of the repository. */
export function repositoryUris(base: string, pathInRepository?: (path: string) => string | undefined): UriOf {
  return oncePerText(base, pathInRepository, (segments) =>
    segments.map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd"))).join("/"),
  );
}

/** The path of each text from the root of the repository, as git writes it. */
export function repositoryPathsOf(base: string, pathInRepository?: (path: string) => string | undefined): PathOf {
  return oncePerText(base, pathInRepository, (segments) => segments.join("/"));
}

function oncePerText(
  base: string,
  pathInRepository: ((path: string) => string | undefined) | undefined,
  join: (segments: readonly string[]) => string,
): (source: SourceText) => string | undefined {
  const known = new Map<string, string | undefined>();
  const placeOf = (path: string): string | undefined => {
    if (pathInRepository === undefined || isNoFile(path)) return joined(repositorySegments(path, base), join);
    const inside = pathInRepository(path);
    return inside === undefined ? undefined : joined(repositorySegments(inside, ""), join);
  };
  return ({ path }) => {
    if (!known.has(path)) known.set(path, placeOf(path));
    return known.get(path);
  };
}

function joined(
  segments: readonly string[] | undefined,
  join: (segments: readonly string[]) => string,
): string | undefined {
  return segments === undefined ? undefined : join(segments);
}

/** Standard input has a name like this. */
function isNoFile(path: string): boolean {
  return /^<[^/]*>$/.test(path);
}

/**
 * Path of a text from the root of the repository, segment by segment; undefined for what is no file of it: standard input
 * (`<stdin>`), files elsewhere. A place is never invented, nor a path of this machine told.
 *
 * `base` is the folder, from the root, that the paths of the run start from.
 */
function repositorySegments(path: string, base: string): readonly string[] | undefined {
  if (isNoFile(path) || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return undefined;
  const segments: string[] = [];
  for (const segment of [...base.split("/"), ...path.split("/")]) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length === 0 ? undefined : segments;
}

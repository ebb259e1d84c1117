import type { Run } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import { levelOfThree, messageLines } from "./finding-words.ts";
import { compareText } from "./order.ts";
import { type RepositoryOptions, type RepositoryPlace, repositoryPlaces } from "./repository-place.ts";
import { xmlText } from "./xml-text.ts";

interface Placed {
  readonly finding: Finding;
  readonly place: RepositoryPlace;
}

/** The report as Checkstyle writes its own, which every dashboard of static analysis reads: file by file, by place. */
export function* renderCheckstyle(run: Run, options: RepositoryOptions = {}): Iterable<string> {
  const places = repositoryPlaces(options);
  const byFile = new Map<string, Placed[]>();
  for (const finding of run.findings) {
    const place = places.ofFinding(finding);
    if (place === undefined) continue;
    const known = byFile.get(place.path);
    if (known === undefined) byFile.set(place.path, [{ finding, place }]);
    else known.push({ finding, place });
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n';
  for (const [path, placed] of [...byFile].toSorted(([a], [b]) => compareText(a, b))) {
    yield `<file name="${xmlText(path)}">\n`;
    for (const one of placed.toSorted(byPlace)) yield errorElement(one);
    yield "</file>\n";
  }
  yield "</checkstyle>\n";
}

function byPlace({ finding, place }: Placed, other: Placed): number {
  return (
    place.region.startLine - other.place.region.startLine ||
    place.region.startColumn - other.place.region.startColumn ||
    compareText(finding.ruleId, other.finding.ruleId) ||
    compareText(finding.fingerprint, other.finding.fingerprint)
  );
}

function errorElement({ finding, place }: Placed): string {
  const { startLine, startColumn } = place.region;
  const attributes = {
    line: String(startLine),
    column: String(startColumn),
    severity: levelOfThree(finding.severity),
    message: messageLines(finding).join("; "),
    source: finding.ruleId,
  };
  const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlText(value)}"`);
  return `<error${words.join("")}/>\n`;
}

import type { Run } from "@authgraph/engine";
import type { Finding, Hop } from "@authgraph/rules";
import type { TextOrigin } from "@authgraph/source";
import type { CodeFlow, Location, Result, ThreadFlowLocation } from "sarif";
import { lineHashes } from "./fingerprint-line-hash.ts";
import { jsonObject, type Member } from "./json-text.ts";
import { placeText } from "./place.ts";
import { type OneLineRegion, physicalLocation, regionOf, repositoryUri, sourceRoot } from "./regions.ts";
import { type Descriptors, describeRules, levelOf, tierOrder } from "./rule-descriptors.ts";
import { messageText, stepText } from "./sarif-message.ts";
import { describeNotifications, notificationsOf, resultLimit } from "./sarif-notifications.ts";

export interface SarifOptions {
  /** GitHub keeps the alerts of each category apart. Only what a person asked for: it overrides the upload's own. */
  readonly category?: string | undefined;
  /** The folder, from the root of the repository, that the paths of the run start from. */
  readonly base?: string | undefined;
  /** Where the documentation is published. */
  readonly docsUrl?: string | undefined;
}

/** A finding with the place GitHub will show it at. */
interface PlacedFinding {
  readonly finding: Finding;
  readonly origin: TextOrigin;
  readonly uri: string;
  readonly region: OneLineRegion;
  readonly descriptorId: string;
}

/** Findings of one descriptor in one line: to GitHub they are one alert. */
interface Alert {
  readonly main: PlacedFinding;
  readonly others: PlacedFinding[];
}

/** SARIF wants to know where to read about the tool. */
const homepage = "https://authgraph.dev";

/** More related locations than this are not shown, and 1,000 make GitHub refuse the file. */
const relatedLimit = 100;
/** GitHub keeps as many steps of a flow. */
const stepLimit = 1_000;

/**
 * The report for code scanning: SARIF 2.1.0 as GitHub reads it.
 *
 * One run, results always there (an empty list is what closes alerts), every place relative to the root of the
 * repository, no text of the sources, nothing of the machine or the time.
 */
export function* renderSarif(run: Run, options: SarifOptions = {}): Iterable<string> {
  const base = options.base ?? "";
  const descriptors = describeRules(run.rules, run.findings, options.docsUrl);
  const placed = run.findings.flatMap((finding) => place(finding, descriptors, base));
  const alerts = alertsOf(placed.toSorted(worstFirst));
  const counts = { results: alerts.length, withoutFile: run.findings.length - placed.length };
  const notifications = notificationsOf(run, counts, base);

  yield `{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [\n`;
  const members: Member[] = [
    {
      key: "tool",
      value: {
        driver: {
          name: "authgraph",
          semanticVersion: run.toolVersion,
          informationUri: options.docsUrl ?? homepage,
          rules: descriptors.all,
          notifications: describeNotifications(notifications),
        },
      },
    },
    ...(options.category === undefined
      ? []
      : [{ key: "automationDetails", value: { id: `${options.category.replace(/\/+$/, "")}/` } }]),
    { key: "invocations", value: [{ executionSuccessful: true, toolExecutionNotifications: notifications }] },
    {
      key: "originalUriBaseIds",
      value: { [sourceRoot]: { description: { text: "The root of the scanned repository." } } },
    },
    { key: "columnKind", value: "utf16CodeUnits" },
    { key: "results", list: results(alerts, descriptors, base) },
  ];
  yield* jsonObject(members);
  yield "\n]\n}\n";
}

function* results(alerts: readonly Alert[], descriptors: Descriptors, base: string): Iterable<Result> {
  for (const alert of alerts.slice(0, resultLimit)) yield result(alert, descriptors, base);
}

/** Where to show it: its own place, else, where no input wrote that, the first of its chain that one did. */
function place(finding: Finding, descriptors: Descriptors, base: string): readonly PlacedFinding[] {
  for (const { origin } of [finding.place, ...finding.hops]) {
    if (origin.kind !== "text") continue;
    const uri = repositoryUri(origin.source, base);
    // A chain that starts outside the repository must not be shown somewhere else in it.
    if (uri === undefined) return [];
    return [{ finding, origin, uri, region: regionOf(origin), descriptorId: descriptors.idOf(finding) }];
  }
  return [];
}

function worstFirst(a: PlacedFinding, b: PlacedFinding): number {
  return (
    tierOrder(a.finding.severity) - tierOrder(b.finding.severity) ||
    b.finding.score - a.finding.score ||
    compare(a.uri, b.uri) ||
    a.region.startLine - b.region.startLine ||
    a.region.startColumn - b.region.startColumn ||
    compare(a.finding.ruleId, b.finding.ruleId) ||
    compare(a.finding.fingerprint, b.finding.fingerprint)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function alertsOf(sorted: readonly PlacedFinding[]): readonly Alert[] {
  const alerts = new Map<string, Alert>();
  for (const placed of sorted) {
    const key = `${placed.descriptorId}\n${placed.uri}\n${placed.region.startLine}`;
    const known = alerts.get(key);
    if (known === undefined) alerts.set(key, { main: placed, others: [] });
    else known.others.push(placed);
  }
  return [...alerts.values()];
}

function result({ main, others }: Alert, descriptors: Descriptors, base: string): Result {
  const { finding, origin, uri, region } = main;
  const hash = lineHashes(origin.source)[region.startLine - 1];
  const related = new Map<Hop, Location>();
  for (const hop of [main, ...others].flatMap((placed) => placed.finding.hops)) {
    if (related.size === relatedLimit) break;
    const location = hopLocation(hop, base);
    if (location !== undefined) related.set(hop, { id: related.size + 1, ...location });
  }
  const flows = [main, ...others].flatMap((placed) => codeFlow(placed.finding, base));
  return {
    ruleId: main.descriptorId,
    ruleIndex: descriptors.indexOf(finding),
    level: levelOf(finding.severity),
    rank: Math.round(finding.score * 10),
    message: {
      text: messageText(
        finding,
        others.map((other) => other.finding),
        (hop) => related.get(hop)?.id,
      ),
    },
    locations: [{ physicalLocation: physicalLocation(uri, region) }],
    ...(related.size === 0 ? {} : { relatedLocations: [...related.values()] }),
    ...(flows.length === 0 ? {} : { codeFlows: flows }),
    partialFingerprints: {
      ...(hash === undefined ? {} : { primaryLocationLineHash: hash }),
      "authgraphFinding/v1": finding.fingerprint,
    },
    properties: {
      rule: finding.ruleId,
      severity: finding.severity,
      score: finding.score,
      confidence: finding.confidence,
      subject: finding.identity.subject,
      object: finding.identity.object,
      ...(others.length === 0 ? {} : { alsoFingerprints: others.map((other) => other.finding.fingerprint) }),
    },
  };
}

function hopLocation(hop: Hop, base: string): Pick<Location, "physicalLocation" | "message"> | undefined {
  if (hop.origin.kind !== "text") return undefined;
  const uri = repositoryUri(hop.origin.source, base);
  if (uri === undefined) return undefined;
  return {
    physicalLocation: physicalLocation(uri, regionOf(hop.origin)),
    message: { text: stepText(hop) },
  };
}

/** The steps in their order; one without a file is told by the step before it, as every location must have a place. */
function codeFlow(finding: Finding, base: string): readonly CodeFlow[] {
  const steps = finding.hops
    .filter((hop) => hop.step !== undefined)
    .toSorted((a, b) => (a.step ?? 0) - (b.step ?? 0))
    .slice(0, stepLimit);
  const locations: { place: Location; texts: string[] }[] = [];
  const waiting: string[] = [];
  for (const hop of steps) {
    const location = hopLocation(hop, base);
    if (location !== undefined) {
      locations.push({ place: location, texts: [...waiting.splice(0), stepText(hop)] });
    } else {
      const place = hop.origin.kind === "built-in" ? placeText(hop.origin) : "outside the repository";
      (locations.at(-1)?.texts ?? waiting).push(`${stepText(hop)} (${place})`);
    }
  }
  if (locations.length < 2) return [];
  const flow: ThreadFlowLocation[] = locations.map(({ place, texts }) => ({
    location: { ...place, message: { text: texts.join("; ") } },
  }));
  return [{ threadFlows: [{ locations: flow }] }];
}

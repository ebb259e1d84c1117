import type { Run } from "@authgraph/engine";
import type { Finding, Hop, JudgedSuppression } from "@authgraph/rules";
import type { TextOrigin } from "@authgraph/source";
import type { CodeFlow, Message, PhysicalLocation, Result, ThreadFlowLocation } from "sarif";
import { lineHash } from "./fingerprint-line-hash.ts";
import { jsonObject, type Member } from "./json-text.ts";
import { compareText } from "./order.ts";
import { placeText } from "./place.ts";
import { type OneLineRegion, physicalLocation, regionOf, repositoryUris, sourceRoot, type UriOf } from "./regions.ts";
import { type Descriptors, describeRules, levelOf, tierOrder } from "./rule-descriptors.ts";
import { messageText, stepText } from "./sarif-message.ts";
import { describeNotifications, notificationsOf, type ResultCounts, resultLimit } from "./sarif-notifications.ts";
import { acceptedFinding, suppressionObject } from "./sarif-suppressed.ts";
import { shownPlace } from "./shown-place.ts";

export interface SarifOptions {
  /** GitHub keeps the alerts of each category apart. Only what a person asked for: it overrides the upload's own. */
  readonly category?: string | undefined;
  /** The folder, from the root of the repository, that the paths of the run start from. */
  readonly base?: string | undefined;
  /** What `base` cannot say: the path of a file from the root of the repository, undefined where it is none of it. */
  readonly pathInRepository?: ((path: string) => string | undefined) | undefined;
  /** Told how many results there are, before any of them is rendered. */
  readonly onCounts?: ((counts: ResultCounts) => void) | undefined;
  /**
   * Also what somebody accepted, marked as such. GitHub does not know that mark: there each would be an open alert.
   */
  readonly suppressed?: boolean | undefined;
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
  /** What accepts it. */
  readonly by: JudgedSuppression | undefined;
  /** The run has several clusters: whose finding it is has to be said. */
  readonly isOfSeveral: boolean;
}

/** Findings of one descriptor in one line: to GitHub they are one alert. */
interface Alert {
  readonly main: PlacedFinding;
  readonly others: PlacedFinding[];
}

/** SARIF wants to know where to read about the tool. */
export const homepage: string = "https://authgraph.dev";

/** More related locations than this are not shown, and 1,000 make GitHub refuse the file. */
const relatedLimit = 100;
/** Findings told together because they are in one line; a file of one line may hold thousands. */
const shownOthers = 10;
/** GitHub keeps as many steps of a result, all its flows together, and refuses the file for ten times as many. */
const stepLimit = 1_000;

/**
 * The report for code scanning: SARIF 2.1.0 as GitHub reads it.
 *
 * One run, results always there (an empty list is what closes alerts), every place relative to the root of the
 * repository, no text of the sources, nothing of the machine or the time.
 */
export function* renderSarif(run: Run, options: SarifOptions = {}): Iterable<string> {
  const uriOf = repositoryUris(options.base ?? "", options.pathInRepository);
  const accepted = (options.suppressed === true ? run.suppressed : []).map((one) => ({
    finding: acceptedFinding(one),
    by: one.by,
  }));
  const described = [...run.findings, ...accepted.map(({ finding }) => finding)];
  const descriptors = describeRules(run.rules, described, options.docsUrl);
  const placing: Placing = { descriptors, uriOf, isOfSeveral: run.clusters.length > 1 };
  const placed = run.findings.flatMap((finding) => place(finding, placing));
  const open = new Set(placed.map(alertKey));
  // What is accepted would be one alert with what is not, in the same line, and the alert an open one.
  const silent = accepted
    .flatMap(({ finding, by }) => place(finding, placing, by))
    .filter((one) => !open.has(alertKey(one)));
  const alerts = [...alertsOf(placed.toSorted(worstFirst)), ...alertsOf(silent.toSorted(worstFirst))];
  const counts = { results: alerts.length, withoutFile: run.findings.length - placed.length };
  const notifications = notificationsOf(run, counts, uriOf);
  options.onCounts?.(counts);

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
    { key: "results", list: results(alerts, descriptors, uriOf) },
  ];
  yield* jsonObject(members);
  yield "\n]\n}\n";
}

function* results(alerts: readonly Alert[], descriptors: Descriptors, uriOf: UriOf): Iterable<Result> {
  for (const alert of alerts.slice(0, resultLimit)) yield result(alert, descriptors, uriOf);
}

/** What placing depends on beside the finding. */
interface Placing {
  readonly descriptors: Descriptors;
  readonly uriOf: UriOf;
  readonly isOfSeveral: boolean;
}

function place(
  finding: Finding,
  { descriptors, uriOf, isOfSeveral }: Placing,
  by?: JudgedSuppression,
): readonly PlacedFinding[] {
  const origin = shownPlace(finding);
  // A chain that starts outside the repository must not be shown somewhere else in it.
  const uri = origin === undefined ? undefined : uriOf(origin.source);
  if (origin === undefined || uri === undefined) return [];
  const descriptorId = descriptors.idOf(finding);
  return [{ finding, origin, uri, region: regionOf(origin), descriptorId, by, isOfSeveral }];
}

function worstFirst(a: PlacedFinding, b: PlacedFinding): number {
  return (
    tierOrder(a.finding.severity) - tierOrder(b.finding.severity) ||
    b.finding.score - a.finding.score ||
    compareText(a.uri, b.uri) ||
    a.region.startLine - b.region.startLine ||
    a.region.startColumn - b.region.startColumn ||
    compareText(a.finding.ruleId, b.finding.ruleId) ||
    compareText(a.finding.fingerprint, b.finding.fingerprint)
  );
}

/** Results with the same rule in the same line are one alert to GitHub. */
function alertKey({ descriptorId, uri, region }: PlacedFinding): string {
  return `${descriptorId}\n${uri}\n${region.startLine}`;
}

function alertsOf(sorted: readonly PlacedFinding[]): readonly Alert[] {
  const alerts = new Map<string, Alert>();
  for (const placed of sorted) {
    const key = alertKey(placed);
    const known = alerts.get(key);
    if (known === undefined) alerts.set(key, { main: placed, others: [] });
    else known.others.push(placed);
  }
  return [...alerts.values()];
}

/** Where something was compared; what has not changed is no result. */
const baselineStates = { new: "new", worse: "updated" } as const;

function result({ main, others }: Alert, descriptors: Descriptors, uriOf: UriOf): Result {
  const { finding, origin, uri, region } = main;
  const by = [...new Set([main, ...others].flatMap((placed) => placed.by ?? []))];
  const hash = lineHash(origin.source, region.startLine);
  const related = new Map<Hop, HopLocation & { readonly id: number }>();
  for (const hop of [main, ...others].flatMap((placed) => placed.finding.hops)) {
    if (related.size === relatedLimit) break;
    const location = hopLocation(hop, uriOf);
    if (location !== undefined) related.set(hop, { id: related.size + 1, ...location });
  }
  const flows: CodeFlow[] = [];
  let steps = stepLimit;
  for (const told of [main, ...others.slice(0, shownOthers)]) {
    const flow = codeFlow(told.finding, (hop) => related.get(hop) ?? hopLocation(hop, uriOf)).slice(0, steps);
    // One step alone leads nowhere.
    if (flow.length < 2) continue;
    flows.push({ threadFlows: [{ locations: flow }] });
    steps -= flow.length;
  }
  return {
    ruleId: main.descriptorId,
    ruleIndex: descriptors.indexOf(finding),
    level: levelOf(finding.severity),
    ...(finding.state === undefined ? {} : { baselineState: baselineStates[finding.state] }),
    rank: Math.round(finding.score * 10),
    message: {
      text: messageText(
        finding,
        others.slice(0, shownOthers).map((other) => other.finding),
        Math.max(0, others.length - shownOthers),
        (hop) => related.get(hop)?.id,
        main.isOfSeveral,
      ),
    },
    locations: [{ physicalLocation: physicalLocation(uri, region) }],
    ...(related.size === 0 ? {} : { relatedLocations: [...related.values()] }),
    ...(flows.length === 0 ? {} : { codeFlows: flows }),
    ...(by.length === 0 ? {} : { suppressions: by.map((judged) => suppressionObject(judged, uriOf)) }),
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
      ...(main.isOfSeveral ? { cluster: finding.cluster } : {}),
      ...(others.length === 0 ? {} : { alsoFingerprints: others.map((other) => other.finding.fingerprint) }),
    },
  };
}

interface HopLocation {
  readonly physicalLocation: PhysicalLocation;
  readonly message: Message;
}

function hopLocation(hop: Hop, uriOf: UriOf): HopLocation | undefined {
  if (hop.origin.kind !== "text") return undefined;
  const uri = uriOf(hop.origin.source);
  if (uri === undefined) return undefined;
  return {
    physicalLocation: physicalLocation(uri, regionOf(hop.origin)),
    message: { text: stepText(hop) },
  };
}

/** The steps in their order; one without a file is told by the step before it, as every location must have a place. */
function codeFlow(finding: Finding, locationOf: (hop: Hop) => HopLocation | undefined): ThreadFlowLocation[] {
  const steps = finding.hops
    .filter((hop) => hop.step !== undefined)
    .toSorted((a, b) => (a.step ?? 0) - (b.step ?? 0))
    .slice(0, stepLimit);
  const locations: { place: HopLocation; texts: string[] }[] = [];
  const waiting: string[] = [];
  for (const hop of steps) {
    const location = locationOf(hop);
    if (location !== undefined) {
      locations.push({ place: location, texts: [...waiting.splice(0), stepText(hop)] });
    } else {
      const place = hop.origin.kind === "built-in" ? placeText(hop.origin) : "outside the repository";
      (locations.at(-1)?.texts ?? waiting).push(`${stepText(hop)} (${place})`);
    }
  }
  return locations.map(({ place, texts }) => ({
    location: { physicalLocation: place.physicalLocation, message: { text: texts.join("; ") } },
  }));
}

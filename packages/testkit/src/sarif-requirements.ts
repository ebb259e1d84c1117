import type { SourceText } from "@authgraph/source";
import { lineStarts } from "@authgraph/source";

/** As much of a SARIF log as GitHub reads. */
export interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly SarifRule[] } };
    readonly automationDetails?: { readonly id: string };
    readonly results: readonly SarifResult[];
  }[];
}

interface SarifRule {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription?: { readonly text?: string };
  readonly fullDescription?: { readonly text?: string };
  readonly help?: { readonly text?: string; readonly markdown?: string };
  readonly defaultConfiguration?: { readonly level?: string };
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Place {
  readonly artifactLocation: { readonly uri: string };
  readonly region: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation: Place;
  readonly message?: { readonly text?: string };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly rule?: unknown;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly codeFlows?: readonly {
    readonly threadFlows: readonly { readonly locations: readonly { readonly location: SarifLocation }[] }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

/**
 * What GitHub asks of a SARIF log and no validator looks for, a line for each fault: metadata of rules within its
 * limits, places that exist in these texts (by path from the root of the repository), links that lead somewhere,
 * identities that are one alert each.
 */
export function sarifFaults(log: SarifLog, texts: Readonly<Record<string, string>>): readonly string[] {
  const [run, ...more] = log.runs;
  if (run === undefined || more.length > 0) return [`${log.runs.length} runs instead of one`];
  const { rules } = run.tool.driver;
  return [
    ...rules.flatMap((rule) => ruleFaults(rule).map((fault) => `rule ${rule.id}: ${fault}`)),
    ...run.results.flatMap((result) => resultFaults(result, rules, texts).map((fault) => `${result.ruleId}: ${fault}`)),
    ...sharedIdentities(run.results),
  ];
}

function ruleFaults({
  name,
  shortDescription,
  fullDescription,
  help,
  defaultConfiguration,
  properties = {},
}: SarifRule): readonly string[] {
  const texts = {
    name,
    short: shortDescription?.text,
    full: fullDescription?.text,
    help: help?.text,
    markdown: help?.markdown,
  };
  const { tags, precision, "problem.severity": problem, "security-severity": security } = properties;
  return [
    ...Object.entries(texts).flatMap(([key, text]) => (text === undefined || text === "" ? [`no ${key}`] : [])),
    ...faultIf((name?.length ?? 0) > 255, "a name of more than 255 characters"),
    ...faultIf(
      [texts.short, texts.full].some((text) => (text?.length ?? 0) > 1024),
      "a description of more than 1,024",
    ),
    ...faultIf(!["note", "warning", "error"].includes(defaultConfiguration?.level ?? ""), "no level"),
    ...faultIf(
      !Array.isArray(tags) || tags.length > 10 || !tags.includes("security"),
      "tags beyond ten, or without security",
    ),
    ...faultIf(!["very-high", "high", "medium", "low"].includes(String(precision)), "no precision"),
    ...faultIf(!["error", "warning", "recommendation"].includes(String(problem)), "no problem.severity"),
    ...faultIf(
      typeof security !== "string" || !/^(?!0\.0|9\.0)(?:10\.0|\d\.\d)$/.test(security),
      "a security-severity between bands",
    ),
  ];
}

function resultFaults(
  result: SarifResult,
  rules: readonly SarifRule[],
  texts: Readonly<Record<string, string>>,
): readonly string[] {
  const { locations, relatedLocations = [], codeFlows = [], message, partialFingerprints } = result;
  const flows = codeFlows.flatMap(({ threadFlows }) => threadFlows);
  const steps = flows.flatMap((flow) => flow.locations.map(({ location }) => location));
  const ids = relatedLocations.map(({ id }) => id);
  const links = [...message.text.matchAll(/(?<!\\)\]\((\d+)\)/g)].map(([, id]) => Number(id));
  return [
    ...faultIf(rules[result.ruleIndex]?.id !== result.ruleId, "ruleIndex leads to another rule"),
    ...faultIf(result.rule !== undefined, "a rule besides ruleId"),
    ...faultIf(locations.length !== 1, `${locations.length} locations`),
    ...[...locations, ...relatedLocations, ...steps].flatMap(({ physicalLocation }) =>
      placeFaults(physicalLocation, texts),
    ),
    ...faultIf(relatedLocations.length > 100, "more than 100 related locations"),
    ...faultIf(new Set(ids).size !== ids.length, "an id of two related locations"),
    ...links.flatMap((id) => faultIf(!ids.includes(id), `a link to ${id}, which is no related location`)),
    ...faultIf(steps.length > 1000, "more than 1,000 steps"),
    ...steps.flatMap((step) => faultIf((step.message?.text ?? "") === "", "a step without words")),
    ...faultIf(!/^[^\n]*[.!?](?:\n|$)/.test(message.text), "a first line that is no sentence"),
    ...faultIf(!/^[0-9a-f]{1,16}:[1-9]\d*$/.test(partialFingerprints.primaryLocationLineHash ?? ""), "no line hash"),
    ...faultIf(!/^[0-9a-f]{32}$/.test(partialFingerprints["authgraphFinding/v1"] ?? ""), "no fingerprint of ours"),
  ];
}

/** A place has to be in a text there is, in one line of it. */
function placeFaults(
  { artifactLocation: { uri }, region }: Place,
  texts: Readonly<Record<string, string>>,
): readonly string[] {
  if (/^(?:[/\\.]|[A-Za-z][\w+.-]*:)|[\\ ]|\/\.{0,2}\//.test(uri))
    return [`${uri} is not from the root of the repository`];
  const path = decodeURIComponent(uri);
  const text = texts[path];
  if (text === undefined) return [`${path} is no file`];
  const line = lineOf({ path, text }, region.startLine);
  return [
    ...faultIf(line === undefined, `${path} has no line ${region.startLine}`),
    ...faultIf(region.startLine !== region.endLine, `a region of several lines in ${path}`),
    ...faultIf(region.startColumn < 1 || region.endColumn < region.startColumn, `a region of no columns in ${path}`),
    ...faultIf(region.endColumn > (line?.length ?? 0) + 1, `a region beyond line ${region.startLine} of ${path}`),
  ];
}

function lineOf(source: SourceText, line: number): string | undefined {
  const start = lineStarts(source)[line - 1];
  if (start === undefined) return undefined;
  const rest = source.text.slice(start, lineStarts(source)[line] ?? source.text.length);
  return rest.replace(/[\r\n]+$/, "").replace(/^\ufeff/, "");
}

/** To GitHub a rule and the hash of a line in one file are one alert. */
function sharedIdentities(results: readonly SarifResult[]): readonly string[] {
  const seen = new Set<string>();
  return results.flatMap(({ ruleId, locations, partialFingerprints }) => {
    const uri = locations[0]?.physicalLocation.artifactLocation.uri;
    const identity = `${uri} ${ruleId} ${partialFingerprints.primaryLocationLineHash}`;
    if (!seen.has(identity)) {
      seen.add(identity);
      return [];
    }
    return [`two results are one alert: ${identity}`];
  });
}

function faultIf(isFault: boolean, fault: string): readonly string[] {
  return isFault ? [fault] : [];
}

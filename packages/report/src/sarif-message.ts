import type { Finding, Hop } from "@authgraph/rules";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";

/**
 * The text of a result: one sentence that can stand alone (GitHub's title of the alert), then the chain with a link to
 * each place, then what to do. `linkOf` gives the id of the related location of a hop that has one,
 * `others` the findings in the same line, `more` how many of them are not told. Where there are several clusters, it is
 * said whose findings they are.
 */
export function messageText(
  finding: Finding,
  others: readonly Finding[],
  more: number,
  linkOf: (hop: Hop) => number | undefined,
  severalClusters: boolean,
): string {
  const told = ({ title, cluster }: Finding): string =>
    sentence(severalClusters ? `${plain(title)} (cluster ${plain(cluster)})` : plain(title));
  const chain = finding.hops.map((hop) => hopText(hop, linkOf(hop))).join("; ");
  const then = finding.notes.filter(({ kind }) => kind === "then").map(({ text }) => plain(text));
  const remedy = finding.remedies[0];
  return [
    told(finding),
    ...(chain === "" ? [] : [`Chain: ${chain}.`]),
    ...(then.length === 0 ? [] : [`Then: ${sentence(then.join("; "))}`]),
    ...others.map((other) => `Also here: ${told(other)}`),
    ...(more === 0 ? [] : [`${more} more are in this line.`]),
    ...(remedy === undefined ? [] : [`To fix it: ${sentence(plain(remedy.text))}`]),
  ].join("\n");
}

function hopText(hop: Hop, link: number | undefined): string {
  const number = hop.step === undefined ? "" : `${hop.step}. `;
  const label = plain(hop.label);
  if (link !== undefined) return `${number}[${label === "" ? "here" : label}](${link})`;
  // A path outside the repository would tell of the machine.
  return `${number}${label}${hop.origin.kind === "built-in" ? ` (${plain(placeText(hop.origin))})` : ""}`;
}

/** Words of a hop where it stands beside its place. */
export function stepText({ step, label }: Hop): string {
  return plain(step === undefined ? label : `${step}. ${label}`) || "here";
}

/** Plain text as SARIF has it: brackets would be links (§3.11.6). */
function plain(text: string): string {
  return printable(text.replaceAll("\n", " ")).replace(/[\\[\]]/g, "\\$&");
}

function sentence(text: string): string {
  const first = text.replace(/^[a-z]+(?= )/, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

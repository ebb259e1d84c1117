import {
  type ExpectedGrant,
  type GrantInWords,
  grantsInWords,
  isFingerprintPrefix,
  type KnownRisk,
} from "@authgraph/engine";
import type { ScannedPlaces } from "../commands/scan-paths.ts";
import type { NewEntry } from "../configuration/edit-configuration.ts";
import { writeEntries } from "../configuration/write-entries.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { tell } from "../terminal/tell.ts";

/** What is to be expected, and why. */
export interface ExpectedOptions {
  /** Of a finding: what its subject holds through its binding. */
  readonly fingerprint: string | undefined;
  /** All that a subject is found to hold: `ServiceAccount cert-manager/cert-manager`. */
  readonly subject: string | undefined;
  readonly reason: string;
}

/** Writes what was found to be given into the configuration: from now on that is told only where it is more. */
export async function writeExpected(
  found: readonly KnownRisk[],
  { fingerprint, subject, reason }: ExpectedOptions,
  places: ScannedPlaces,
  quiet: boolean,
): Promise<ExitCode> {
  const meant = fingerprint === undefined ? ofSubject(found, subject ?? "") : ofFingerprint(found, fingerprint);
  if (typeof meant === "string") return unable(meant);
  const grants = grantsInWords(meant);
  if (grants.length === 0) {
    return unable(
      "this finding is about no grant of a binding, so there is none to expect; `authgraph suppress` accepts it",
    );
  }
  const entries = grants.map((grant) => entryOf(grant, reason, places));
  // An entry that gives this subject through this binding less has become void: what is written now stands in for it.
  const outdated = (places.configuration?.expected ?? []).filter((entry) => grants.some((grant) => isOf(entry, grant)));
  const written = await writeEntries(
    places,
    entries,
    outdated.map(({ origin }) => origin),
  );
  if (written.outcome === "unable") return unable(written.message, written.snippet);
  const count = grants.length === 1 ? "one grant is" : `${grants.length} grants are`;
  if (!quiet) process.stdout.write(`${written.path}: ${count} expected now\n`);
  return exitCode.clean;
}

/** The risks that are meant, or why there are none. */
type Meant = readonly KnownRisk[] | string;

function ofFingerprint(found: readonly KnownRisk[], prefix: string): Meant {
  if (!isFingerprintPrefix(prefix))
    return `${prefix} is no fingerprint: 6 to 32 hexadecimal digits, as a scan prints it`;
  const meant = found.filter(({ fingerprint }) => fingerprint.startsWith(prefix.toLowerCase()));
  if (meant.length === 1) return meant;
  return meant.length === 0 ? `there is no finding ${prefix}` : `several findings begin with ${prefix}`;
}

function ofSubject(found: readonly KnownRisk[], subject: string): Meant {
  const meant = found.filter(({ identity }) => identity.subject === subject);
  if (meant.length > 0) return meant;
  return `nothing is found about ${subject} that is not accepted already; write it as ServiceAccount NAMESPACE/NAME, User NAME or Group NAME`;
}

function isOf(entry: ExpectedGrant, { subject, binding, cluster }: GrantInWords): boolean {
  const isOfCluster = entry.cluster === undefined || entry.cluster.value === cluster;
  return entry.subject.value === subject && entry.binding?.value === binding && isOfCluster;
}

function entryOf({ subject, binding, access, cluster }: GrantInWords, reason: string, places: ScannedPlaces): NewEntry {
  const ofCluster = places.configuration?.clusters.some(({ name }) => name.value === cluster) === true;
  return {
    list: "expected",
    members: [
      ["subject", subject],
      ["binding", binding],
      ...(ofCluster ? [["cluster", cluster] as const] : []),
      ["access", access],
      ["reason", reason],
    ],
  };
}

async function unable(message: string, snippet?: string): Promise<ExitCode> {
  await tell(message);
  if (snippet !== undefined) process.stderr.write(`\n${snippet}\n`);
  return exitCode.unable;
}

import { parseAccessWords } from "@authgraph/graph";
import { type Platform, parseMinor, platforms } from "@authgraph/kubernetes";
import type { Severity } from "@authgraph/rules";
import type { Located } from "@authgraph/source";
import { type Decode, oneOf, textThat, writtenThat } from "./decode.ts";
import { wrongPath, wrongPattern } from "./path-pattern.ts";

// How single values are written. `docs/schemas/configuration.schema.json` says the same; a test holds both together.

export const platform: Decode<Located<Platform>> = oneOf(platforms);

export const severity: Decode<Located<Severity>> = oneOf(["critical", "high", "medium", "low", "info"]);

export const pattern: Decode<Located<string>> = textThat(wrongPattern);

export const path: Decode<Located<string>> = textThat(wrongPath);

export const clusterName: Decode<Located<string>> = matching(
  /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
  'must consist of letters, digits, ".", "-" and "_", and start with a letter or digit',
);

/** ValidateNamespaceName: an RFC 1123 label. */
export const namespace: Decode<Located<string>> = matching(
  /^(?=.{1,63}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/,
  "must be the name of a namespace: lower-case letters, digits and -",
);

export const kubernetesVersion: Decode<Located<string>> = writtenThat((value) =>
  parseMinor(value) === undefined ? "must be written as 1.37 or v1.37.2" : undefined,
);

export const fingerprint: Decode<Located<string>> = writtenThat((value) =>
  /^[0-9a-f]{6,32}$/.test(value) ? undefined : "must be 6 to 32 hexadecimal digits, as a scan prints it",
);

export const day: Decode<Located<string>> = textThat((value) =>
  isDay(value) ? undefined : "must be a day that exists, as 2027-01-31",
);

export const subject: Decode<Located<string>> = matching(
  /^(?:User|Group) .*\S$|^ServiceAccount [^\s/]+\/[^\s/]+$/,
  "must be written as ServiceAccount NAMESPACE/NAME, User NAME or Group NAME",
);

export const binding: Decode<Located<string>> = matching(
  /^ClusterRoleBinding [^\s/]+$|^RoleBinding [^\s/]+\/[^\s/]+$/,
  "must be written as ClusterRoleBinding NAME or RoleBinding NAMESPACE/NAME",
);

export const access: Decode<Located<string>> = textThat((value) =>
  parseAccessWords(value) === undefined
    ? "must be access in words, such as `get, list secrets in every namespace` (authgraph baseline --expected writes it)"
    : undefined,
);

function matching(form: RegExp, wrong: string): Decode<Located<string>> {
  return textThat((value) => (form.test(value) ? undefined : wrong));
}

/** A day of the calendar, as `2027-01-31`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}

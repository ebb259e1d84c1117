import type { Credential } from "@authgraph/kubernetes";
import type { Located, SourceText } from "@authgraph/source";
import { located, textOrigin } from "@authgraph/source";
import type { Tree } from "../reader/tree.ts";
import { childrenOf, locatedString, stringAt, valueAt } from "./tree-values.ts";

/** Whether a text configures certificate requests of openssl. */
export function looksLikeOpensslConfig(text: string): boolean {
  return /^[ \t]*distinguished_name[ \t]*=/m.test(text) && /^[ \t]*\[[^\]\n]+\]/m.test(text);
}

interface Section {
  readonly name: string;
  readonly entries: readonly { readonly key: string; readonly value: Located<string> }[];
}

/**
 * Whom the requests of an openssl configuration would be for (config(5), openssl-req(1)): one for each section that
 * names a `distinguished_name`. Those for a CA, or for servers alone, are nobody's login.
 */
export function readOpensslConfig(source: SourceText): readonly Credential[] {
  const sections = readSections(source);
  const byName = new Map(sections.map((section) => [section.name, section]));
  return sections.flatMap((request) => {
    const subject = byName.get(lastValue(request, "distinguished_name") ?? "");
    if (subject === undefined || !isForClients(byName, request)) return [];

    // Asked for interactively, the values are questions and the defaults stand beside them.
    const suffix = lastValue(request, "prompt") === "no" ? "" : "_default";
    const user = valuesOf(subject, ["CN", "commonName"], suffix).at(-1);
    const groups = valuesOf(subject, ["O", "organizationName"], suffix);
    if (user === undefined) return [];
    const written = [user, ...groups].map(({ origin }) => origin).filter((origin) => origin.kind === "text");
    const start = Math.min(...written.map((origin) => origin.start));
    const end = Math.max(...written.map((origin) => origin.end));
    return [template(`certificate request [${request.name}]`, textOrigin(source, start, end), user, groups)];
  });
}

function isForClients(byName: ReadonlyMap<string, Section>, request: Section): boolean {
  const extensions = ["req_extensions", "x509_extensions"].flatMap(
    (key) => byName.get(lastValue(request, key) ?? "") ?? [],
  );
  const isCa = extensions.some((section) => /\bCA:true\b/i.test(lastValue(section, "basicConstraints") ?? ""));
  const usages = extensions
    .map((section) => lastValue(section, "extendedKeyUsage"))
    .filter((usage) => usage !== undefined);
  return !isCa && (usages.length === 0 || usages.some((usage) => /clientAuth|1\.3\.6\.1\.5\.5\.7\.3\.2/.test(usage)));
}

function lastValue(section: Section, key: string): string | undefined {
  return section.entries.findLast((entry) => entry.key === key)?.value.value;
}

/** `0.O` and `1.O` are two values of `O`: a section cannot have a key twice. */
function valuesOf(section: Section, keys: readonly string[], suffix: string): readonly Located<string>[] {
  const names = keys.map((key) => key + suffix);
  return section.entries.filter(({ key }) => names.includes(key.replace(/^[^.]*\./, ""))).map(({ value }) => value);
}

function readSections(source: SourceText): readonly Section[] {
  const sections: { name: string; entries: { key: string; value: Located<string> }[] }[] = [
    { name: "default", entries: [] },
  ];
  const line = /^[ \t]*(?:\[[ \t]*([^\]\r\n]*?)[ \t]*\]|([A-Za-z0-9_.]+)[ \t]*=[ \t]*([^\r\n#]*))/gm;
  for (const match of source.text.matchAll(line)) {
    const [whole, name, key, rest = ""] = match;
    if (name !== undefined) sections.push({ name, entries: [] });
    if (key === undefined) continue;
    const quoted = /^(["'])(.*)\1[ \t]*$/.exec(rest);
    const value = quoted?.[2] ?? rest.trimEnd();
    const start = match.index + whole.length - rest.length + (quoted === null ? 0 : 1);
    sections.at(-1)?.entries.push({ key, value: located(value, textOrigin(source, start, start + value.length)) });
  }
  return sections;
}

const cfsslKeys = new Set(["CN", "hosts", "key", "names", "ca", "serialnumber", "SerialNumber"]);

/** Whether a document is a certificate request of cfssl: nothing but its keys, and a subject among them. */
export function isCfsslRequest(tree: Tree): boolean {
  const keys = [...childrenOf(tree, tree.root)].map((entry) => tree.key(entry));
  if (tree.kind(tree.root) !== "mapping" || !keys.every((key) => cfsslKeys.has(key))) return false;
  return keys.includes("CN") || keys.includes("names");
}

/** Whom a certificate request of cfssl would be for (github.com/cloudflare/cfssl csr/csr.go CertificateRequest, Name). */
export function readCfsslRequest(tree: Tree, source: SourceText): Credential | undefined {
  const user = stringAt(tree, source, tree.root, "CN");
  if (user === undefined || user.value === "" || valueAt(tree, tree.root, "ca") !== 0) return undefined;
  const groups: Located<string>[] = [];
  for (const name of childrenOf(tree, valueAt(tree, tree.root, "names"))) {
    const group = locatedString(tree, source, valueAt(tree, name, "O"));
    if (group !== undefined && group.value !== "") groups.push(group);
  }
  const origin = textOrigin(source, tree.start(tree.root), tree.end(tree.root));
  return template(`certificate request for ${user.value}`, origin, user, groups);
}

function template(
  label: string,
  origin: Credential["origin"],
  user: Located<string>,
  groups: readonly Located<string>[],
): Credential {
  return {
    form: "certificate-request-template",
    label,
    origin,
    user,
    groups,
    notAfter: undefined,
    signerName: undefined,
  };
}

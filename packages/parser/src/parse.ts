import type { SourceText } from "@authgraph/source";
import { readAbacPolicy } from "./configurations/abac-policy.ts";
import { isConfigurationRole } from "./configurations/read-configuration.ts";
import { collectRefused } from "./configurations/refused-configuration.ts";
import { tokenFileRefusal } from "./configurations/token-file-refusal.ts";
import { readCertificateBundle } from "./credentials/certificate-bundle.ts";
import { readCertificateRequestFile } from "./credentials/certificate-requests.ts";
import { looksLikePem, readCertificateFile } from "./credentials/certificates.ts";
import { readPublicKeys } from "./credentials/public-keys.ts";
import { looksLikeOpensslConfig, readOpensslConfig } from "./credentials/request-templates.ts";
import { looksLikeTokenFile, readTokenFile } from "./credentials/token-file.ts";
import {
  type Collected,
  collectCredentials,
  collectInvocation,
  collectReferences,
  count,
  report,
  startCollecting,
} from "./documents/collected.ts";
import { asDirectives, type DirectiveCandidates, directiveCandidates, noDirectives } from "./documents/directives.ts";
import { readManifests } from "./documents/read-manifests.ts";
import { readScriptDocuments } from "./documents/script-documents.ts";
import { readEnvironmentFile } from "./invocations/environment-file.ts";
import { looksLikeProcessListing, readProcessListing } from "./invocations/process-listing.ts";
import {
  distributionsOfScript,
  looksLikeArgumentsFile,
  looksLikeShellScript,
  readArgumentsFile,
  readShellScript,
} from "./invocations/shell-script.ts";
import { environmentFilesOf, looksLikeUnit, readUnit } from "./invocations/unit-file.ts";
import type { ParsedText, ParseOptions } from "./parsed-text.ts";
import { looksLikeManifests } from "./text-forms.ts";

/** Reads a text: what it says about access, with places, and what became of each of its documents. Never throws. */
export function parse(source: SourceText, options: ParseOptions = {}): ParsedText {
  const collected = startCollecting(source, options.certificateRequests, options.cel);
  const candidates = readText(collected, options);
  const { diagnostics } = collected;
  // Copies are as long as needed; what grew by `push` keeps room for more.
  const facts = collected.facts.slice();
  const documents = collected.documents.slice();
  return { facts, diagnostics, documents, directives: asDirectives(source, candidates) };
}

/** Decides what a text is, by the role it was named in, else by its path and content; reads it; finds its directives. */
function readText(collected: Collected, { role }: ParseOptions): DirectiveCandidates {
  const { source } = collected;
  const { path, text } = source;
  const whole = { start: 0, end: text.length };
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    report(collected, "error", "binary-content", "binary content (NUL bytes)", { start: nul, end: nul + 1 });
    count(collected, "refused", whole);
    return noDirectives;
  }
  if (role === "environment-file") {
    collected.facts.push({ fact: "environment", environment: readEnvironmentFile(source) });
    count(collected, "evaluated", whole);
  } else if (role === "token-file" || (role === undefined && looksLikeTokenFile(path, text))) {
    const read = readTokenFile(source);
    collectCredentials(collected, read);
    // Rows are compared with tokens only where a server is said to read them.
    if (role !== undefined && read.configuration !== undefined) {
      collected.facts.push({ fact: "configuration", configuration: read.configuration });
    }
    const refusal = role === undefined ? undefined : tokenFileRefusal(source);
    if (refusal !== undefined) collectRefused(collected, role, whole, [refusal]);
    count(collected, "evaluated", whole);
    return noDirectives;
  } else if (role === "certificate-authority") {
    const { configuration, diagnostics } = readCertificateBundle(source);
    if (configuration !== undefined) collected.facts.push({ fact: "configuration", configuration });
    collected.diagnostics.push(...diagnostics);
    count(collected, "evaluated", whole);
    return noDirectives;
  } else if (role === "service-account-key") {
    const configuration = readPublicKeys(source);
    if (configuration !== undefined) collected.facts.push({ fact: "configuration", configuration });
    count(collected, "evaluated", whole);
    return noDirectives;
  } else if (role === "abac-policy") {
    count(collected, readAbacPolicy(collected), whole);
    // Only whole lines are comments there (pkg/auth/authorizer/abac: NewFromFile).
    const { candidates, dropped } = directiveCandidates(source);
    return { candidates: candidates.filter(({ ownLine }) => ownLine), dropped };
  } else if (isConfigurationRole(role)) {
    return readManifests(collected, "kubelet", role);
  } else if (looksLikeManifests(path, text)) {
    return readManifests(collected, "kubectl");
  } else if (looksLikeUnit(path, text)) {
    const unit = readUnit(source);
    collected.facts.push({ fact: "unit", unit });
    collectReferences(collected, environmentFilesOf(unit));
    count(collected, "evaluated", whole);
  } else if (looksLikeProcessListing(text)) {
    const invocations = readProcessListing(source);
    for (const invocation of invocations) collectInvocation(collected, invocation);
    count(collected, invocations.length === 0 ? "not-ours" : "evaluated", whole);
  } else if (looksLikeArgumentsFile(path, text)) {
    const invocation = readArgumentsFile(source);
    if (invocation !== undefined) collectInvocation(collected, invocation);
    count(collected, invocation === undefined ? "not-ours" : "evaluated", whole);
  } else if (looksLikeShellScript(path, text)) {
    const invocations = readShellScript(source);
    const distributions = distributionsOfScript(source);
    for (const invocation of invocations) collectInvocation(collected, invocation);
    for (const settings of distributions) collected.facts.push({ fact: "distribution", settings });
    const hasDocuments = readScriptDocuments(collected);
    const isOurs = hasDocuments || invocations.length + distributions.length > 0;
    count(collected, isOurs ? "evaluated" : "not-ours", whole);
  } else if (looksLikePem(text)) {
    collectCredentials(collected, readCertificateFile(source));
    collectCredentials(collected, readCertificateRequestFile(source, collected.certificateRequests));
    count(collected, "evaluated", whole);
  } else if (looksLikeOpensslConfig(text)) {
    collectCredentials(collected, { credentials: readOpensslConfig(source) });
    count(collected, "evaluated", whole);
  } else {
    count(collected, text.trim() === "" ? "empty" : "not-ours", whole);
  }
  return directiveCandidates(source);
}

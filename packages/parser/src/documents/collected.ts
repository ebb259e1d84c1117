import type {
  Cel,
  ComponentInvocation,
  Credential,
  Fact,
  FileReference,
  WrittenCredential,
} from "@authgraph/kubernetes";
import { type Diagnostic, type SourceText, textOrigin } from "@authgraph/source";
import type { CertificateRequestReader } from "../credentials/certificate-requests.ts";
import type { KopsDocument } from "../families/kops.ts";
import type { KubeadmDocument } from "../families/kubeadm-documents.ts";
import type { TalosMachine } from "../families/talos-document.ts";
import type { Place } from "../objects/object-view.ts";
import type { DocumentOutcome } from "../parsed-text.ts";
import { filesOfFlags } from "./file-references.ts";

/** What a text has given so far. */
export interface Collected {
  readonly source: SourceText;
  readonly facts: Fact[];
  readonly diagnostics: Diagnostic[];
  readonly documents: DocumentOutcome[];
  /** Documents that one run of kubeadm reads together. */
  readonly kubeadm: KubeadmDocument[];
  /** The machine that Talos' documents describe together: one at most. */
  readonly talos: TalosMachine[];
  /** Clusters of kops, and the groups of machines that belong to them. */
  readonly kops: KopsDocument[];
  readonly certificateRequests: CertificateRequestReader | undefined;
  readonly cel: Cel | undefined;
}

export type Outcome = DocumentOutcome["outcome"];

export function startCollecting(
  source: SourceText,
  certificateRequests: CertificateRequestReader | undefined,
  cel: Cel | undefined,
): Collected {
  return {
    source,
    facts: [],
    diagnostics: [],
    documents: [],
    kubeadm: [],
    talos: [],
    kops: [],
    certificateRequests,
    cel,
  };
}

export function report(collected: Collected, level: Diagnostic["level"], id: string, message: string, at: Place): void {
  const origin = textOrigin(collected.source, at.start, at.end);
  collected.diagnostics.push({ id, level, message, origin });
}

export function count(collected: Collected, outcome: Outcome, at: Place): void {
  collected.documents.push({ outcome, origin: textOrigin(collected.source, at.start, at.end) });
}

/** Takes in a component that is started, and the files its flags name. */
export function collectInvocation(collected: Collected, invocation: ComponentInvocation): void {
  collected.facts.push({ fact: "invocation", invocation });
  collectReferences(collected, filesOfFlags(invocation));
}

export function collectReferences(collected: Collected, references: readonly FileReference[]): void {
  for (const reference of references) collected.facts.push({ fact: "file-reference", reference });
}

export function collectWritten(collected: Collected, credentials: readonly WrittenCredential[]): void {
  for (const written of credentials) collected.facts.push({ fact: "written-credential", written });
}

/** Takes in credentials, and what could not be read of them. */
export function collectCredentials(
  collected: Collected,
  read: { readonly credentials: readonly Credential[]; readonly diagnostics?: readonly Diagnostic[] },
): void {
  for (const credential of read.credentials) collected.facts.push({ fact: "credential", credential });
  for (const diagnostic of read.diagnostics ?? []) collected.diagnostics.push(diagnostic);
}

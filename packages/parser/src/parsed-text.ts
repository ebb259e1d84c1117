import type { Cel, Fact, FileRole } from "@authgraph/kubernetes";
import type { Diagnostic, Origin } from "@authgraph/source";
import type { CertificateRequestReader } from "./credentials/certificate-requests.ts";

/** What one text holds. */
export interface ParsedText {
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every document of the text, in order, with what became of it; items of a list count instead of the list. */
  readonly documents: readonly DocumentOutcome[];
  readonly directives: readonly CommentDirective[];
}

export interface DocumentOutcome {
  readonly outcome: /** Facts were taken from it. */
    | "evaluated"
    /** Well-formed, and nothing access depends on. */
    | "not-ours"
    | "template"
    | "patch"
    /** Unreadable, or the API server would refuse it: a diagnostic says why. */
    | "refused"
    | "empty";
  readonly origin: Origin;
}

/** `# authgraph: …` in a comment, unparsed. */
export interface CommentDirective {
  readonly text: string;
  readonly origin: Origin;
  /** The comment stands on a line of its own. */
  readonly ownLine: boolean;
}

export interface ParseOptions {
  /** What the file is to the thing that names it. Undefined: judged by its content. */
  readonly role?: FileRole | undefined;
  /** Reads certificate requests; to be loaded where a text needs it. Without it each of them is a diagnostic. */
  readonly certificateRequests?: CertificateRequestReader | undefined;
  /** Checks expressions; to be loaded where a text needs it. Without it they are taken for right. */
  readonly cel?: Cel | undefined;
}

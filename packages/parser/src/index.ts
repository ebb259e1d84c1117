export type { CertificateRequestReader } from "./credentials/certificate-requests.ts";
export { loadCertificateRequestReader, needsCertificateRequestReader } from "./credentials/certificate-requests.ts";
export { parse } from "./parse.ts";
export type { CommentDirective, DocumentOutcome, ParsedText, ParseOptions } from "./parsed-text.ts";

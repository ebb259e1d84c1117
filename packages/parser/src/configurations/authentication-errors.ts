import { type Cel, goUrl, pemBlocksOf, readCertificateContent } from "@authgraph/kubernetes";
import { duplicate, type FieldError, invalid, required, tooMany } from "../objects/field-error.ts";
import { field, fieldAt, flag, itemsOf, type ObjectView, type Place, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { claimErrors } from "./claim-errors.ts";

/** A field of an issuer while it is checked. */
interface Issuer {
  readonly view: ObjectView;
  /** The authenticator. */
  readonly owner: NodeId;
  readonly node: NodeId;
  /** `jwt[0].issuer`. */
  readonly path: string;
}

/**
 * What k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: ValidateAuthenticationConfiguration refuses, in its
 * order. Whether an issuer is the server's own is asked where the flags are known.
 */
export function authenticationErrors(view: ObjectView, root: NodeId, cel: Cel | undefined): readonly FieldError[] {
  const list = field(view, root, "jwt");
  const authenticators = itemsOf(view, list);
  if (authenticators.length > 64) return [tooMany("jwt", place(view, list), authenticators.length, 64)];
  const urls = new Set<string>();
  const discoveryUrls = new Set<string>();
  const errors = authenticators.flatMap((owner, i) => {
    const path = `jwt[${i}]`;
    const node = field(view, owner, "issuer");
    const issuer: Issuer = { view, owner, node, path: `${path}.issuer` };
    return [
      ...issuerErrors(issuer),
      ...claimErrors({ view, owner, path, cel }),
      ...repeated(issuer, "url", urls, true),
      ...repeated(issuer, "discoveryURL", discoveryUrls, false),
    ];
  });
  return [...errors, ...anonymousErrors(view, field(view, root, "anonymous"))];
}

function repeated(issuer: Issuer, name: string, seen: Set<string>, countsEmpty: boolean): readonly FieldError[] {
  const value = textAt(issuer, name);
  if (value === "" && !countsEmpty) return [];
  if (seen.has(value)) return [duplicate(`${issuer.path}.${name}`, placeAt(issuer, name), value)];
  seen.add(value);
  return [];
}

function anonymousErrors(view: ObjectView, anonymous: NodeId): readonly FieldError[] {
  const conditions = field(view, anonymous, "conditions");
  const items = itemsOf(view, conditions);
  if (items.length === 0 || flag(view, field(view, anonymous, "enabled"))?.value === true) return [];
  const printed = items.map((item) => JSON.stringify({ Path: text(view, field(view, item, "path")) })).join(",");
  const body = `Invalid value: [${printed}]: enabled should be set to true when conditions are defined`;
  return [{ field: "anonymous.conditions", body, place: place(view, conditions) }];
}

function issuerErrors(issuer: Issuer): readonly FieldError[] {
  const url = textAt(issuer, "url");
  const discovery = textAt(issuer, "discoveryURL");
  const errors: FieldError[] = [];
  if (url === "") errors.push(required(`${issuer.path}.url`, placeAt(issuer, "url")));
  else errors.push(...urlErrors(issuer, "url"));
  if (discovery !== "") {
    if (url !== "" && trimmed(url) === trimmed(discovery)) {
      const detail = "discoveryURL must be different from URL";
      errors.push(invalid(`${issuer.path}.discoveryURL`, placeAt(issuer, "discoveryURL"), discovery, detail));
    }
    errors.push(...urlErrors(issuer, "discoveryURL"));
  }
  return [...errors, ...audienceErrors(issuer), ...authorityErrors(issuer), ...egressErrors(issuer)];
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, "");
}

function urlErrors(issuer: Issuer, name: string): readonly FieldError[] {
  const written = textAt(issuer, name);
  const refuse = (detail: string): FieldError =>
    invalid(`${issuer.path}.${name}`, placeAt(issuer, name), written, detail);
  const url = goUrl(written);
  if (url.outcome === "refused") return [refuse(url.problem)];
  const problems = [
    url.scheme === "https" ? "" : "URL scheme must be https",
    url.hasUser ? "URL must not contain a username or password" : "",
    url.hasQuery ? "URL must not contain a query" : "",
    url.hasFragment ? "URL must not contain a fragment" : "",
  ];
  return problems.filter((problem) => problem !== "").map(refuse);
}

function audienceErrors(issuer: Issuer): readonly FieldError[] {
  const { view, node, path } = issuer;
  const audiences = itemsOf(view, field(view, node, "audiences"));
  if (audiences.length === 0) {
    const detail = `at least one ${path}.audiences is required`;
    return [required(`${path}.audiences`, placeAt(issuer, "audiences"), detail)];
  }
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  audiences.forEach((item, i) => {
    const audience = text(view, item);
    const here = `${path}.audiences[${i}]`;
    if (audience === "") errors.push(required(here, place(view, item)));
    if (seen.has(audience)) errors.push(duplicate(here, place(view, item), audience));
    seen.add(audience);
  });
  const policy = textAt(issuer, "audienceMatchPolicy");
  const isSeveral = audiences.length > 1;
  if (policy !== "MatchAny" && (isSeveral || policy !== "")) {
    const detail = isSeveral
      ? "audienceMatchPolicy must be MatchAny for multiple audiences"
      : "audienceMatchPolicy must be empty or MatchAny for single audience";
    errors.push(invalid(`${path}.audienceMatchPolicy`, placeAt(issuer, "audienceMatchPolicy"), policy, detail));
  }
  return errors;
}

/** k8s.io/client-go util/cert: NewPoolFromBytes. */
function authorityErrors(issuer: Issuer): readonly FieldError[] {
  const pem = textAt(issuer, "certificateAuthority");
  if (pem === "") return [];
  const certificates = [...pemBlocksOf(pem)].filter((block) => block.kind === "public" && block.type === "CERTIFICATE");
  const isSound = certificates.every(
    (block) => block.kind === "public" && readCertificateContent(block.der) !== undefined,
  );
  if (isSound && certificates.length > 0) return [];
  const detail = isSound ? "data does not contain any valid RSA or ECDSA certificates" : "x509: malformed certificate";
  const path = `${issuer.path}.certificateAuthority`;
  return [invalid(path, placeAt(issuer, "certificateAuthority"), "<omitted>", detail)];
}

function egressErrors(issuer: Issuer): readonly FieldError[] {
  const type = textAt(issuer, "egressSelectorType");
  if (["", "controlplane", "cluster"].includes(type)) return [];
  const detail = "egress selector must be either controlplane or cluster";
  return [invalid(`${issuer.path}.egressSelectorType`, placeAt(issuer, "egressSelectorType"), type, detail)];
}

function textAt({ view, node }: Issuer, name: string): string {
  return text(view, field(view, node, name));
}

/** Where a field stands, or the issuer that lacks it. */
function placeAt({ view, owner, node }: Issuer, name: string): Place {
  const written = fieldAt(view, node, name);
  return place(view, written !== 0 ? written : node !== 0 ? node : owner);
}

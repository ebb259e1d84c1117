import type { HttpHeader } from "@authgraph/kubernetes";
import { headerValue, headerValues } from "./headers.ts";
import { percentDecoded } from "./request-target.ts";

/** Whom a request asks to be made as, exactly as its headers say. */
export interface WantedIdentity {
  readonly user: string;
  readonly uid: string;
  readonly groups: readonly string[];
  readonly extra: ReadonlyMap<string, readonly string[]>;
}

export type WantedImpersonation =
  /** No header asks for it. */
  | { readonly wanted: "nobody" }
  | { readonly wanted: "somebody"; readonly identity: WantedIdentity }
  /** 400: everything but a user. */
  | { readonly wanted: "no-user" };

/** k8s.io/apiserver pkg/endpoints/filters/impersonation: processImpersonationHeaders. */
export function wantedImpersonation(headers: readonly HttpHeader[]): WantedImpersonation {
  const [user = ""] = headerValues(headers, "Impersonate-User");
  const [uid = ""] = headerValues(headers, "Impersonate-Uid");
  const groups = headerValues(headers, "Impersonate-Group");
  const extra = wantedExtra(headers);
  if (user !== "") return { wanted: "somebody", identity: { user, uid, groups, extra } };
  return uid !== "" || groups.length > 0 || extra.size > 0 ? { wanted: "no-user" } : { wanted: "nobody" };
}

/** Keys are lower-cased first and unescaped then; one with a malformed escape stands as it is. */
function wantedExtra(headers: readonly HttpHeader[]): ReadonlyMap<string, readonly string[]> {
  const extra = new Map<string, string[]>();
  for (const header of headers) {
    const name = header.name.toLowerCase();
    if (!name.startsWith(extraPrefix)) continue;
    const written = name.slice(extraPrefix.length);
    const key = percentDecoded(written) ?? written;
    const known = extra.get(key);
    if (known === undefined) extra.set(key, [headerValue(header)]);
    else known.push(headerValue(header));
  }
  return extra;
}

const extraPrefix = "impersonate-extra-";

import { derElements, derTag } from "./der.ts";
import { type DistinguishedName, readName } from "./distinguished-name.ts";

/** Whose certificate a request (RFC 2986 §4) asks for; undefined where it is none. Never throws. */
export function readRequestSubject(der: Uint8Array): DistinguishedName | undefined {
  const [request] = derElements(der) ?? [];
  if (request?.tag !== derTag.sequence) return undefined;
  const [info] = derElements(request.content) ?? [];
  if (info?.tag !== derTag.sequence) return undefined;
  const [version, subject] = derElements(info.content) ?? [];
  return version?.tag === derTag.integer ? readName(subject) : undefined;
}

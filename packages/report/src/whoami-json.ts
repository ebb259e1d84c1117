import type { RatedCredential, WhoamiAnswer } from "@authgraph/engine";
import type { AnswerContext } from "./can-i-text.ts";
import { assumptionValue } from "./decision-json.ts";
import { kubernetesValue, place } from "./json-place.ts";
import { jsonText } from "./json-text.ts";

/** Every credential for programs: `docs/schemas/whoami.schema.json` says what stands where. */
export function renderWhoamiJson(
  { at, credentials }: WhoamiAnswer,
  { kubernetes, assumptions }: AnswerContext,
): string {
  const value = {
    schemaVersion: 1,
    kubernetes: kubernetesValue(kubernetes),
    at,
    credentials: credentials.map(credentialValue),
    assumptions: assumptions.map(assumptionValue),
  };
  return `${jsonText(value, 2)}\n`;
}

function credentialValue(credential: RatedCredential): object {
  const { form, label, origin, identity, names, power, notAfter, expired, authority, usability } = credential;
  return {
    form,
    label,
    origin: place(origin),
    ...(identity === undefined ? {} : { identity: identityValue(identity) }),
    ...(names === undefined ? {} : { names }),
    ...(power === undefined ? {} : { power }),
    ...(notAfter === undefined ? {} : { notAfter, expired }),
    ...(authority === undefined ? {} : { authority: authorityValue(authority) }),
    usable: usability.usable,
    ...(usability.reason === "" ? {} : { reason: usability.reason }),
    proofInText: credential.proofInText,
  };
}

function identityValue({ user, groups, uid, extra }: NonNullable<RatedCredential["identity"]>): object {
  return {
    user,
    groups,
    ...(uid === undefined ? {} : { uid }),
    ...(extra === undefined || extra.size === 0 ? {} : { extra: Object.fromEntries(extra) }),
  };
}

function authorityValue({ name, file }: NonNullable<RatedCredential["authority"]>): object {
  return { name, ...(file === undefined ? {} : { file: file.value, origin: place(file.origin) }) };
}

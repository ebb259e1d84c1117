import type { KeyObject } from "node:crypto";
import type { PublicKeys } from "@authgraph/kubernetes";
import type { Assumption, FileContent } from "../types.ts";
import type { JsonWebToken } from "./json-web-token.ts";

/** Whether a token is signed with one of the keys. */
export type SignatureCheck =
  | { readonly outcome: "signed" }
  | { readonly outcome: "refused"; readonly reason: string }
  /** By none of those that are among the inputs. */
  | { readonly outcome: "open"; readonly assumption: Assumption };

/**
 * Checks the signature of a service account's token (pkg/serviceaccount/jwt.go: AuthenticateToken): with the key of the
 * token's `kid`, where it has one, else with each. Keys are of RSA or ECDSA.
 */
export function checkSignature(token: JsonWebToken, files: readonly FileContent<PublicKeys>[]): SignatureCheck {
  const keys = files.flatMap((file) => (file.state === "read" ? publicKeysOf(file.value) : []));
  const { kid } = token.header;
  const wanted = typeof kid === "string" && kid !== "" ? keys.filter((key) => keyIdOf(key) === kid) : keys;
  if (wanted.some((key) => isSignedWith(token, key))) return { outcome: "signed" };
  const missing = missingKey(files);
  if (missing !== undefined) return { outcome: "open", assumption: missing };
  return { outcome: "refused", reason: wanted.length === 0 ? "invalid signature, no keys found" : "invalid signature" };
}

/** A key that is not among the inputs: a file that is not there, or the public half of a private key. */
function missingKey(files: readonly FileContent<PublicKeys>[]): Assumption | undefined {
  for (const file of files) {
    if (file.state === "unknown") return file.assumption;
    if (file.value.keys.some(({ kind }) => kind === "private")) {
      const text = `whether the key in ${file.path.value} signed the token: private keys are not read`;
      return { text, origin: file.path.origin };
    }
  }
  return undefined;
}

/** What Go parses: subjectPublicKeyInfo or a certificate, whatever the block is called (keyutil: parseRSAPublicKey). */
function publicKeysOf({ keys }: PublicKeys): readonly KeyObject[] {
  const { createPublicKey, X509Certificate } = process.getBuiltinModule("node:crypto");
  return keys.flatMap((key) => {
    if (key.kind === "private") return [];
    const der = Buffer.from(key.pem.replace(/-----[^-]+-----/g, ""), "base64");
    for (const read of [
      () => createPublicKey({ key: der, format: "der", type: "spki" }),
      () => new X509Certificate(der).publicKey,
    ]) {
      try {
        const found = read();
        return found.asymmetricKeyType === "rsa" || found.asymmetricKeyType === "ec" ? [found] : [];
      } catch {
        // Not of this form.
      }
    }
    return [];
  });
}

/** pkg/serviceaccount/jwt.go: keyIDFromPublicKey. */
function keyIdOf(key: KeyObject): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("base64url");
}

function isSignedWith({ header, signed, signature }: JsonWebToken, key: KeyObject): boolean {
  const [, family, bits] = /^(RS|PS|ES)(256|384|512)$/.exec(typeof header.alg === "string" ? header.alg : "") ?? [];
  if (family === undefined || bits === undefined) return false;
  if (key.asymmetricKeyType !== (family === "ES" ? "ec" : "rsa")) return false;
  if (family === "ES" && key.asymmetricKeyDetails?.namedCurve !== curves.get(bits)) return false;
  const { constants, verify } = process.getBuiltinModule("node:crypto");
  const padding = family === "PS" ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const how = family === "ES" ? { key, dsaEncoding: "ieee-p1363" as const } : { key, padding };
  return verify(`sha${bits}`, Buffer.from(signed, "latin1"), how, signature);
}

/** RFC 7518 §3.4. */
const curves: ReadonlyMap<string, string> = new Map([
  ["256", "prime256v1"],
  ["384", "secp384r1"],
  ["512", "secp521r1"],
]);

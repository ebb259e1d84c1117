import { type PemBlock, type PublicKeys, pemBlocksOf, pemOf, type RefusedConfiguration } from "@authgraph/kubernetes";
import { type SourceText, textOrigin } from "@authgraph/source";
import { isPlaceholderFile } from "./placeholder-file.ts";

/**
 * Reads the keys that tokens are checked with (k8s.io/client-go util/keyutil/key.go: ParsePublicKeysPEM): public keys,
 * those of certificates, and of private keys, which are not read here, the public half. Blocks of other content are
 * passed over; a file without any key refuses the start. Undefined: another file is meant to be here.
 */
export function readPublicKeys(source: SourceText): PublicKeys | RefusedConfiguration | undefined {
  if (isPlaceholderFile(source.text)) return undefined;
  const origin = textOrigin(source, 0, source.text.length);
  const keys = [...pemBlocksOf(source.text)].flatMap(keyOf);
  if (keys.length > 0) return { kind: "PublicKeys", origin, keys };
  const message = "data does not contain any valid RSA or ECDSA public keys";
  return { kind: "Refused", role: "service-account-key", origin, errors: [{ message, origin }] };
}

function keyOf(block: PemBlock): PublicKeys["keys"] {
  switch (block.kind) {
    case "private":
      return [{ kind: "private" }];
    case "public":
      return [{ kind: "public", pem: pemOf(block.type, block.der) }];
    case "broken":
      return [];
  }
}

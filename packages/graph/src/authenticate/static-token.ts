import { sha256 } from "@authgraph/kubernetes";
import type { Authenticator } from "../types.ts";
import { nothing, open, type Verdict } from "./verdict.ts";

type StaticTokens = Extract<Authenticator, { kind: "token-file" }>;

/** Looks a token up in `--token-auth-file` (k8s.io/apiserver pkg/authentication/token/tokenfile). */
export function askTokenFile({ tokens }: StaticTokens, token: string): Verdict {
  if (tokens.state === "unknown") return open(tokens.assumption, { letIn: true, refuse: false });
  const digest = sha256(token);
  const row = tokens.value.rows.findLast(({ tokenDigest }) => tokenDigest === digest);
  if (row === undefined) return nothing;
  const { credential, uid } = row;
  const identity = {
    user: credential.user?.value ?? "",
    groups: credential.groups.map(({ value }) => value),
    ...(uid === "" ? {} : { uid }),
  };
  return { verdict: "identity", identity, by: "token-file" };
}

import { createHash } from "node:crypto";
import type { RiskIdentity } from "./risk.ts";

/**
 * The identity of a finding across runs: 32 hex digits of rule, cluster, subject and object.
 *
 * No line, path, message or right goes in, so a finding survives every edit that is not about it.
 */
export function fingerprintOf(ruleId: string, cluster: string, identity: RiskIdentity): string {
  // NUL can stand in none of the parts: names and ids are path segments, cluster names come from the configuration.
  const parts = [ruleId, cluster, identity.subject, identity.object].join("\0");
  return createHash("sha256").update(parts, "utf8").digest("hex").slice(0, 32);
}

import { acceptanceOf } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import { printable } from "./printable.ts";
import { shortFingerprint } from "./short-fingerprint.ts";

/**
 * What to write where to accept a finding: a comment above its line, else, where no comment can stand, the command that
 * writes an entry of the configuration. Undefined where nothing would.
 */
export function acceptanceText(finding: Finding): string | undefined {
  const acceptance = acceptanceOf(finding);
  switch (acceptance.by) {
    case "comment": {
      const { rules, source, line } = acceptance;
      const named = rules.map(printable).join(", ");
      return `above ${printable(source.path)}:${line}: # authgraph: ignore[${named}] -- REASON`;
    }
    case "nothing":
      return undefined;
    case "configuration":
      return `${acceptCommand(finding)} (no comment can stand there)`;
  }
}

/** The command that writes an entry of the configuration for a finding. */
export function acceptCommand(finding: Finding): string {
  return `authgraph suppress ${shortFingerprint(finding)} --reason REASON`;
}

import type { KnownRisk, RiskComparison, Run } from "@authgraph/engine";
import { accessChangeValues } from "./access-change-json.ts";
import { place } from "./json-place.ts";
import type { Member } from "./json-text.ts";

/** What was compared with what: nothing where nothing was. */
export function comparisonMembers({ baseline, change }: Run): readonly Member[] {
  return [
    ...(baseline === undefined ? [] : [{ key: "baseline", value: risksValue(baseline) }]),
    ...(change === undefined
      ? []
      : [
          {
            key: "change",
            value: {
              since: change.since,
              access: accessChangeValues(change.access),
              risks: risksValue(change.risks),
              excuses: change.excuses.map(({ kind, text, applied, origin }) => ({
                kind,
                text,
                applied,
                place: place(origin),
              })),
            },
          },
        ]),
  ];
}

function risksValue({ new: added, worse, old, gone }: RiskComparison): object {
  return { new: added, worse, old, gone: gone.map(goneValue) };
}

function goneValue({ fingerprint, ruleId, cluster, severity, title, identity }: KnownRisk): object {
  return {
    fingerprint,
    cluster,
    severity,
    ruleId,
    title,
    identity: { subject: identity.subject, object: identity.object },
  };
}

import type { JudgedSuppression, Risk, Rule } from "@authgraph/rules";
import type { Configuration } from "../configuration/configuration.ts";
import type { SearchedCluster } from "../search.ts";
import { askAboutSuppressions } from "./ask-about-suppressions.ts";
import { fromAnnotations } from "./from-annotations.ts";
import { fromComments } from "./from-comments.ts";
import { fromConfiguration } from "./from-configuration.ts";
import { judge } from "./judge.ts";
import { type PathFrom, suppressionsIn } from "./match-risks.ts";
import { withKnownRules } from "./rule-names.ts";
import { breachesOf } from "./still-valid.ts";
import type { WrittenSuppression } from "./written-suppression.ts";

export interface SuppressionOptions {
  readonly configuration: Configuration | undefined;
  /** Comments and annotations count; auditors turn them off. */
  readonly inline: boolean;
  /** Time of the run (RFC 3339). */
  readonly at: string;
  /** Rules that were asked; those that speak of suppressions are asked by `suppress` itself, at its end. */
  readonly rules?: readonly Rule[] | undefined;
  /** Ids of all rules there are, also of those that were not asked: what is none of them is misspelt. */
  readonly knownRules?: readonly string[] | undefined;
  /** Not everything was looked at that suppressions may speak of: none is told as unused. */
  readonly partial?: boolean | undefined;
  /** What of it counts, where somebody else's change brings it along; undefined: all. */
  readonly taken?: TakenSuppressions | undefined;
}

/** What was there to accept risks before a change, and what it was about. */
export interface TakenSuppressions {
  /** Keys of the suppressions that were there. The others are judged `not-taken`. */
  readonly keys: ReadonlySet<string>;
  /** Whether a risk was there and gave as much, accepted or not. */
  wasThere(risk: Risk): boolean;
}

/** A risk that somebody accepted. */
export interface SuppressedRisk {
  readonly cluster: string;
  readonly risk: Risk;
  readonly by: JudgedSuppression;
}

export interface Suppressed {
  /** Without what is suppressed, and with what there is to say about the suppressions. */
  readonly clusters: readonly SearchedCluster[];
  readonly suppressed: readonly SuppressedRisk[];
  /** Every suppression there is, in the order of their places. */
  readonly suppressions: readonly JudgedSuppression[];
  /** What would be accepted if every suppression of the change counted. */
  readonly untaken: readonly MatchedRisk[];
}

/** Takes out of what was found what somebody accepted, and says of each suppression what it did. */
export function suppress(clusters: readonly SearchedCluster[], options: SuppressionOptions): Suppressed {
  const { configuration, inline } = options;
  const written = withKnownRules(
    [
      ...(inline ? [...fromComments(clusters), ...fromAnnotations(clusters)] : []),
      ...(configuration === undefined ? [] : fromConfiguration(configuration, clusters)),
    ],
    options,
  );
  if (written.length === 0) return { clusters, suppressed: [], suppressions: [], untaken: [] };

  const matched = clusters.flatMap((cluster) => matchedIn(cluster, written, options));
  const breaches = breachesOf(matched);
  const judged = judge(written, matched, { clusters, breaches, options });
  const accepted = matched.flatMap(({ cluster, risk, by }): readonly SuppressedRisk[] => {
    const used = by
      .filter((one) => mayAccept(one, risk, options))
      .map((one) => judged.get(one))
      .find((one) => one?.state === "used");
    return used === undefined ? [] : [{ cluster: cluster.name, risk, by: used }];
  });
  const silent = new Set(accepted.map(({ risk }) => risk));
  const open = clusters.map((cluster) => ({ ...cluster, risks: cluster.risks.filter((risk) => !silent.has(risk)) }));
  return {
    clusters: askAboutSuppressions(open, judged, options),
    suppressed: accepted,
    suppressions: [...judged.values()],
    untaken: options.taken === undefined ? [] : matched.filter(({ risk }) => !silent.has(risk)),
  };
}

/**
 * Whether a suppression that was there before a change may accept a risk. What stands in the files of the change goes where
 * these go: a binding that is added to an accepted account, a subject below a comment. So does what is found by a few digits,
 * for which a name can be made up. Only what the configuration says in words was said of all that is to come.
 */
function mayAccept({ selector }: WrittenSuppression, risk: Risk, { taken }: SuppressionOptions): boolean {
  const isSaidInWords = selector?.by === "grant" || (selector?.by === "entry" && selector.fingerprint === undefined);
  return taken === undefined || isSaidInWords || taken.wasThere(risk);
}

/** A risk and the suppressions that speak of it. */
export interface MatchedRisk {
  readonly cluster: SearchedCluster;
  readonly risk: Risk;
  readonly by: readonly WrittenSuppression[];
}

function matchedIn(
  cluster: SearchedCluster,
  written: readonly WrittenSuppression[],
  { configuration }: SuppressionOptions,
): readonly MatchedRisk[] {
  const suppressionsOf = suppressionsIn(cluster, written, configuration?.pathOf ?? noPath);
  return cluster.risks.flatMap((risk) => {
    const by = suppressionsOf(risk);
    return by.length === 0 ? [] : [{ cluster, risk, by }];
  });
}

/** Without a configuration nothing speaks of paths. */
const noPath: PathFrom = () => undefined;

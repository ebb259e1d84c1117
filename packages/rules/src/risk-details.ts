import { fingerprintOf } from "./fingerprint.ts";
import { representativeScore, severityOf } from "./rating.ts";
import type { Finding, NamedRisk, Note, Risk, Severity } from "./risk.ts";

/** What is made of a risk only when somebody looks: most are folded into others and shown as a line. */
export interface Details {
  readonly hops: () => Risk["hops"];
  readonly notes: () => Risk["notes"];
  readonly remedies: () => Risk["remedies"];
}

type Plain = Omit<Risk, keyof Details>;

/** A risk whose chain, notes and remedies are made once, when they are asked for. */
export function withDetails(told: Plain, details: Details): Risk {
  let hops: Risk["hops"] | undefined;
  let notes: Risk["notes"] | undefined;
  let remedies: Risk["remedies"] | undefined;
  return {
    ...told,
    get hops() {
      hops ??= details.hops();
      return hops;
    },
    get notes() {
      notes ??= details.notes();
      return notes;
    },
    get remedies() {
      remedies ??= details.remedies();
      return remedies;
    },
  };
}

/** A finding out of its primary risk and those folded into it. Nothing is made that nobody has asked for yet. */
export function findingOf(risk: Risk, folded: readonly Risk[], cluster: string): Finding {
  return named(risk, cluster, { folded: folded.map((other) => named(other, cluster, {})) });
}

/** A risk by itself, with a name to speak of it across runs. */
export function namedRisk(risk: Risk, cluster: string): NamedRisk {
  return named(risk, cluster, {});
}

/** The same risk with a name to speak of it across runs, and with something more. */
function named<More extends object>(risk: Risk, cluster: string, more: More): NamedRisk & More {
  let fingerprint: string | undefined;
  return {
    ...plainOf(risk),
    ...more,
    cluster,
    severity: severityOf(risk.score),
    get fingerprint() {
      fingerprint ??= fingerprintOf(risk.ruleId, cluster, risk.identity);
      return fingerprint;
    },
    get hops() {
      return risk.hops;
    },
    get notes() {
      return risk.notes;
    },
    get remedies() {
      return risk.remedies;
    },
  };
}

/** The same risk with one more line below it; the others are still made only when somebody looks. */
export function withNote(risk: Risk, note: Note): Risk {
  return withDetails(plainOf(risk), {
    hops: () => risk.hops,
    notes: () => [...risk.notes, note],
    remedies: () => risk.remedies,
  });
}

/** The same risk compared with what was known before; where it got worse, with a line that says by what. */
export function withState(risk: Risk, state: NonNullable<Risk["state"]>, note?: Note): Risk {
  const details: Details = {
    hops: () => risk.hops,
    notes: () => (note === undefined ? risk.notes : [...risk.notes, note]),
    remedies: () => risk.remedies,
  };
  return withDetails({ ...plainOf(risk), state }, details);
}

/** The same risk with a severity that somebody set, with a line that says where and what the graph says. */
export function withSeverity(risk: Risk, severity: Severity, note: Note): Risk {
  const { rating: _, ...plain } = plainOf(risk);
  const details: Details = {
    hops: () => risk.hops,
    notes: () => [...risk.notes, note],
    remedies: () => risk.remedies,
  };
  return withDetails({ ...plain, score: representativeScore[severity] }, details);
}

function plainOf(risk: Risk): Plain {
  const { ruleId, title, score, rating, confidence, place, identity, cause, also, alsoOfSame, steps, state, role } =
    risk;
  const plain: { readonly [Field in keyof Required<Plain>]: Plain[Field] } = {
    ruleId,
    title,
    score,
    rating,
    confidence,
    place,
    identity,
    cause,
    also,
    alsoOfSame,
    steps,
    state,
    role,
  };
  return plain;
}

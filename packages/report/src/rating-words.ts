import {
  adjustment,
  type Confidence,
  type HolderLevel,
  type PowerLevel,
  type Risk,
  rate,
  type Severity,
  severityOf,
} from "@authgraph/rules";

const holders: Readonly<Record<HolderLevel, string>> = {
  0: "anybody without credentials",
  1: "any authenticated user",
  2: "every ServiceAccount, or the `default` one of a namespace",
  3: "one ServiceAccount or node",
  4: "one User or Group, whose members are unknown",
  5: "somebody whom Kubernetes expects there",
};

const powers: Readonly<Record<PowerLevel, string>> = {
  1: "as good as cluster-admin",
  2: "all Secrets, tokens or pods, or the nodes",
  3: "one ordinary namespace",
  4: "bounded damage",
  5: "reading without Secrets",
  6: "discovery and health",
};

const bounds: Readonly<Record<Severity, string>> = {
  critical: "above 9.0",
  high: "7.0 to 8.9",
  medium: "4.0 to 6.9",
  low: "0.2 to 3.9",
  info: "0.1",
};

const meanings: Readonly<Record<Confidence, string>> = {
  certain: "every hop was read from the inputs",
  likely: "a documented default is assumed where the inputs say nothing",
  possible: "it needs something that the inputs do not say",
};

/** What a number means and, where a rule says so, what it comes from: a line each. */
export function ratingWords(risk: Risk): readonly string[] {
  const severity = severityOf(risk.score);
  return [
    `${risk.score.toFixed(1)} of 10: ${severity} (${bounds[severity]})`,
    ...partsOf(risk),
    `confidence ${risk.confidence}: ${meanings[risk.confidence]}`,
  ];
}

function partsOf({ rating, score }: Risk): readonly string[] {
  if (rating === undefined) return [];
  const { holder, power, adjustments = [], assumedHops = 0 } = rating;
  const adjusted = rate({ holder, power, adjustments });
  const whole = rate(rating);
  const base = rate({ holder, power }).toFixed(1);
  return [
    `who × what: ${base} (${holders[holder]} × ${powers[power]})`,
    ...adjustments.map((value) => `${signed(value)}: ${reasonOf(value)}`),
    ...(assumedHops === 0 ? [] : [`${signed(whole - adjusted)}: ${assumedWords(assumedHops)}`]),
    ...(score < whole ? [`no more than ${score.toFixed(1)}, because nothing makes it usable today`] : []),
  ];
}

function assumedWords(hops: number): string {
  return hops === 1 ? "one hop is assumed, not read" : `${hops} hops are assumed, not read`;
}

const reasons: Readonly<Record<keyof typeof adjustment, string>> = {
  staticCredential: "a token or certificate that nobody rotates",
  namedObjects: "for named objects only",
  namedUser: "a User by name keeps the right when the person leaves",
  irrevocable: "through system:masters, which nothing can take away",
};

function reasonOf(value: number): string {
  for (const [name, reason] of Object.entries(reasons)) {
    if (Object.entries(adjustment).some(([other, known]) => other === name && known === value)) return reason;
  }
  return "adjusted by the rule";
}

function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(1)}`;
}

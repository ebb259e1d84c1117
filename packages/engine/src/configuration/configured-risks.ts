import { type Risk, type RuleSettings, severityOf, whereOf, withSeverity } from "@authgraph/rules";
import type { Configuration } from "./configuration.ts";

/** What the configuration sets of the parameters of rules. */
export function ruleSettings(configuration: Configuration | undefined): RuleSettings {
  return new Map(
    configuration?.rules.map(({ id, parameters }) => [
      id.value,
      new Map([...parameters].map(([name, { value }]) => [name, value])),
    ]),
  );
}

/** The same risks; those of rules whose severity the configuration sets have that one, whatever the graph says. */
export function withConfiguredSeverity(
  risks: readonly Risk[],
  configuration: Configuration | undefined,
): readonly Risk[] {
  const set = new Map(
    configuration?.rules.flatMap(({ id, severity }) => (severity === undefined ? [] : [[id.value, severity] as const])),
  );
  if (set.size === 0) return risks;
  return risks.map((risk) => {
    const severity = set.get(risk.ruleId);
    const was = severityOf(risk.score);
    if (severity === undefined || severity.value === was) return risk;
    const text = `rated ${severity.value} by ${whereOf(severity.origin)}; by itself it would be ${was} (${risk.score.toFixed(1)})`;
    return withSeverity(risk, severity.value, { kind: "note", text });
  });
}

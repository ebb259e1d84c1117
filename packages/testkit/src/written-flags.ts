import { parse } from "@authgraph/parser";
import { type Origin, positionAt, type SourceText } from "@authgraph/source";

/**
 * What a text starts, a line for each flag that it writes: component, flag, place, and `?` where the value is not known.
 * Flags that an installer gives by itself are left out.
 */
export function writtenFlags(source: SourceText): readonly string[] {
  return parse(source).facts.flatMap((fact) => {
    if (fact.fact !== "invocation") return [];
    const { component, flags } = fact.invocation;
    return flags.flatMap(({ name, value, origin, unresolved }) =>
      origin.kind === "text" ? [`${component} --${name}=${value} ${writtenAt(origin)}${unresolved ? " ?" : ""}`] : [],
    );
  });
}

/** What a text complains of: level, id, message and place. */
export function complaints(source: SourceText): readonly string[] {
  return parse(source).diagnostics.map(
    ({ level, id, message, origin }) => `${level} ${id} ${writtenAt(origin)}: ${message}`,
  );
}

/** `3:7`, or what made it. */
export function writtenAt(origin: Origin): string {
  if (origin.kind !== "text") return origin.of;
  const { line, column } = positionAt(origin.source, origin.start);
  return `${line}:${column}`;
}

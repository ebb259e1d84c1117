import type { KubernetesVersion } from "@authgraph/engine";
import { type Origin, positionAt } from "@authgraph/source";

/** Lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export function place(origin: Origin): object {
  if (origin.kind === "built-in") return { builtIn: origin.of };
  const start = positionAt(origin.source, origin.start);
  const end = positionAt(origin.source, origin.end);
  return {
    path: origin.source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** To spread into an object that has a place only where its origin is known. */
export function optionalPlace(origin: Origin | undefined): { readonly place?: object } {
  return origin === undefined ? {} : { place: place(origin) };
}

/** The version whose facts hold, and what says so. */
export function kubernetesValue({ minor, assumed, origin }: KubernetesVersion): object {
  return { minor, assumed, ...optionalPlace(origin) };
}

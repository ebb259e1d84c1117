import { type Origin, positionAt } from "@authgraph/source";
import { printable } from "./printable.ts";

/** `path:line:column`, or what Kubernetes or kubeadm creates by itself; printable. */
export function placeText(origin: Origin): string {
  if (origin.kind === "built-in") return `built in: ${printable(origin.of)}`;
  const { line, column } = positionAt(origin.source, origin.start);
  return `${printable(origin.source.path)}:${line}:${column}`;
}

/** `path:line`, for a place in passing. */
export function shortPlaceText(origin: Origin): string {
  if (origin.kind === "built-in") return `built in: ${printable(origin.of)}`;
  return `${printable(origin.source.path)}:${positionAt(origin.source, origin.start).line}`;
}

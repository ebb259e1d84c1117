import {
  type ComponentInvocation,
  type KnownMinor,
  nearestKnownMinor,
  newestMinor,
  parseMinor,
} from "@authgraph/kubernetes";
import type { Inventory } from "../types.ts";

/** The minor whose behaviour a component is taken to have. */
export function minorOf({ minor }: Pick<Inventory, "minor">, { version }: ComponentInvocation): KnownMinor {
  const own = version === undefined ? undefined : parseMinor(version.value);
  return own === undefined ? (minor ?? newestMinor) : nearestKnownMinor(own);
}

import { parseGoBool } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import type { Setting } from "../types.ts";
import { givenFlag, type ServerBeingRead, serverDefault } from "./server-being-read.ts";

/** The value of a boolean flag; its default where it is not given, cannot be parsed or is open. */
export function booleanOf(server: ServerBeingRead, name: string, byDefault: boolean): Setting<boolean> {
  const given = givenFlag(server, name);
  if (given.given !== "yes") return located(byDefault, serverDefault);
  return located(parseGoBool(given.value) ?? byDefault, given.flag.origin);
}

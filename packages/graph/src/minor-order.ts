import { parseMinor } from "@authgraph/kubernetes";

/** Whether a version is older than 1.`minor`; false for one that is not known. */
export function isBefore(version: string | undefined, minor: number): boolean {
  const parsed = version === undefined ? undefined : parseMinor(version);
  if (parsed === undefined) return false;
  const [major, number] = parsed.split(".").map(Number);
  return major === 1 && number !== undefined && number < minor;
}

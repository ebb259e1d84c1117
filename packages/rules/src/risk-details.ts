import type { Risk } from "./risk.ts";

/** What is made of a risk only when somebody looks: most are folded into others and shown as a line. */
export interface Details {
  readonly hops: () => Risk["hops"];
  readonly notes: () => Risk["notes"];
  readonly remedies: () => Risk["remedies"];
}

/** A risk whose chain, notes and remedies are made once, when they are asked for. */
export function withDetails(told: Omit<Risk, keyof Details>, details: Details): Risk {
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

import type { Rule } from "@authgraph/rules";
import type { Configuration } from "../configuration/configuration.ts";
import type { Sources } from "../input.ts";
import type { Baseline } from "../known-risks/baseline.ts";

/** What a change starts from. */
export interface StateBefore {
  readonly sources: Sources;
  readonly configuration: Configuration | undefined;
  /** Those that its configuration asks; undefined: the same as after. */
  readonly rules?: readonly Rule[] | undefined;
  readonly baseline?: Baseline | undefined;
  /** For people: `HEAD`, `origin/main`. */
  readonly since: string;
  /**
   * Whether the change may bring its own excuses: true for what somebody is about to commit himself. Otherwise neither
   * what it adds to keep findings silent counts nor its configuration.
   */
  readonly trustChange: boolean;
}

import type { Origin } from "./origin.ts";

/**
 * Something about the input itself: it could not be read, the API server would refuse it, it is a template.
 * A diagnostic never stops the rest.
 */
export interface Diagnostic {
  /** Stable, kebab-case: the kind of problem, for example `yaml-syntax`, `object-refused`, `template`. */
  readonly id: string;
  /** `error`: something was not evaluated; `warning`: evaluated, but not as it looks; `note`: for information. */
  readonly level: "error" | "warning" | "note";
  /** What and why, lower case, no full stop. May quote input: whoever prints it escapes control characters. */
  readonly message: string;
  readonly origin: Origin;
}

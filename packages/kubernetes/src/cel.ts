/** Common Expression Language, as far as the API server's configuration uses it. */
export interface Cel {
  /** Checks an expression that may use these variables. */
  compile(expression: string, variables: readonly CelVariable[]): CelCompilation;
}

/**
 * `claims`: a map of anything. `user`: `username`, `uid`, `groups`, `extra`. `request`: a SubjectAccessReviewSpec v1
 * (k8s.io/apiserver pkg/authentication/cel and pkg/authorization/cel: compile.go).
 */
export type CelVariable = "claims" | "user" | "request";

export type CelCompilation =
  | {
      readonly outcome: "compiled";
      /** What it evaluates to, as far as that shows beforehand: `bool`, `list(string)`, `dyn`. */
      readonly type: string;
      readonly program: CelProgram;
    }
  /** The server does not start with it. */
  | { readonly outcome: "refused"; readonly message: string }
  /** It uses what is not modelled here: neither refused nor evaluated. */
  | { readonly outcome: "unsupported"; readonly reason: string };

export interface CelProgram {
  evaluate(values: Readonly<Partial<Record<CelVariable, unknown>>>): CelResult;
  /** Paths that it reads, such as `claims.email`. */
  readonly reads: readonly string[];
}

export type CelResult =
  | { readonly outcome: "value"; readonly value: unknown }
  | { readonly outcome: "error"; readonly message: string }
  /** It depends on what is not there. */
  | { readonly outcome: "unknown"; readonly reason: string };

/** Loads the library behind it, which is for inputs with expressions alone. */
export async function loadCel(): Promise<Cel> {
  return (await import("./cel-evaluator.ts")).cel;
}

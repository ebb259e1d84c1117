import type { Cel, CelVariable } from "@authgraph/kubernetes";
import { type FieldError, invalid } from "../objects/field-error.ts";
import { type ObjectView, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** What an expression has to be. */
export interface ExpressionRules {
  readonly cel: Cel | undefined;
  readonly variable: CelVariable;
  /** Whether it decides something; else its value shows at run time. */
  readonly isCondition: boolean;
}

/**
 * What a server says of an expression that it cannot compile (pkg/authentication/cel/compile.go, and the same of
 * authorization). Undefined: it compiles, or nothing here says otherwise.
 */
export function expressionError(
  view: ObjectView,
  node: NodeId,
  path: string,
  { cel, variable, isCondition }: ExpressionRules,
): FieldError | undefined {
  const expression = text(view, node);
  const compiled = cel?.compile(expression, [variable]);
  if (compiled === undefined || compiled.outcome === "unsupported") return undefined;
  const refuse = (detail: string): FieldError => invalid(path, place(view, node), expression, detail);
  if (compiled.outcome === "refused") return refuse(compiled.message);
  if (!isCondition || compiled.type === "bool") return undefined;
  return refuse(`must evaluate to bool${variable === "request" ? ` but got ${compiled.type}` : ""}`);
}

import type { parse } from "@bufbuild/cel";

/** A node of a parsed expression. */
export type Expression = ReturnType<typeof parse>["expr"];

type Kind = Expression["exprKind"];
export type Select = Extract<Kind, { case: "selectExpr" }>["value"];
export type Call = Extract<Kind, { case: "callExpr" }>["value"];
export type Comprehension = Extract<Kind, { case: "comprehensionExpr" }>["value"];
export type Literal = Extract<Kind, { case: "constExpr" }>["value"];

/** The name of an identifier; undefined for anything else. */
export function nameOf(expression: Expression | undefined): string | undefined {
  return expression?.exprKind.case === "identExpr" ? expression.exprKind.value.name : undefined;
}

/** A text that is written as such. */
export function textOf(expression: Expression | undefined): string | undefined {
  if (expression?.exprKind.case !== "constExpr") return undefined;
  const { constantKind } = expression.exprKind.value;
  return constantKind.case === "stringValue" ? constantKind.value : undefined;
}

/** The nodes right below one. */
export function partsOf({ exprKind }: Expression): readonly Expression[] {
  switch (exprKind.case) {
    case "selectExpr":
      return given([exprKind.value.operand]);
    case "callExpr":
      return given([exprKind.value.target, ...exprKind.value.args]);
    case "listExpr":
      return exprKind.value.elements;
    case "structExpr":
      return given(
        exprKind.value.entries.flatMap(({ keyKind, value }) => [
          keyKind.case === "mapKey" ? keyKind.value : undefined,
          value,
        ]),
      );
    case "comprehensionExpr": {
      const { iterRange, accuInit, loopCondition, loopStep, result } = exprKind.value;
      return given([iterRange, accuInit, loopCondition, loopStep, result]);
    }
    case "constExpr":
    case "identExpr":
    case undefined:
      return [];
  }
}

function given(parts: readonly (Expression | undefined)[]): readonly Expression[] {
  return parts.filter((part) => part !== undefined);
}

/** What an expression can name: `inputs.path`, `steps.scan.outputs.sarif`. A name that is not there is empty. */
export interface ExpressionContext {
  readonly values: Readonly<Record<string, string>>;
  /** `cancelled()` */
  readonly isCancelled: boolean;
}

type Value = string | boolean;

/**
 * Fills in the `${{ }}` of a text. Of GitHub's expressions (docs: evaluate expressions in workflows and actions) only what
 * action.yml uses: names, texts, `==`, `!=`, `!`, `&&`, `||`, parentheses and `cancelled()`; all else is refused.
 */
export function interpolate(text: string, context: ExpressionContext): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_all, expression: string) => String(evaluate(expression, context)));
}

/** Whether an `if` holds. */
export function holds(condition: string, context: ExpressionContext): boolean {
  const inner = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition)?.[1] ?? condition;
  return isTrue(evaluate(inner, context));
}

function evaluate(expression: string, context: ExpressionContext): Value {
  const tokens = tokensOf(expression);
  let at = 0;
  const takes = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  };

  function either(): Value {
    let left = both();
    while (takes("||")) {
      const right = both();
      left = isTrue(left) ? left : right;
    }
    return left;
  }
  function both(): Value {
    let left = compared();
    while (takes("&&")) {
      const right = compared();
      left = isTrue(left) ? right : left;
    }
    return left;
  }
  function compared(): Value {
    const left = single();
    if (takes("==")) return isSame(left, single());
    if (takes("!=")) return !isSame(left, single());
    return left;
  }
  function single(): Value {
    if (takes("!")) return !isTrue(single());
    if (takes("(")) {
      const value = either();
      if (!takes(")")) throw new Error(`a parenthesis is not closed: ${expression}`);
      return value;
    }
    const token = tokens[at++] ?? "";
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === "true" || token === "false") return token === "true";
    if (takes("(")) {
      if (token !== "cancelled" || !takes(")")) throw new Error(`unknown function ${token}: ${expression}`);
      return context.isCancelled;
    }
    if (!/^[a-z]/.test(token)) throw new Error(`unexpected ${token}: ${expression}`);
    return context.values[token] ?? "";
  }

  const value = either();
  if (at !== tokens.length) throw new Error(`unexpected ${tokens[at]}: ${expression}`);
  return value;
}

function tokensOf(expression: string): readonly string[] {
  const tokens = expression.match(/'(?:[^']|'')*'|[A-Za-z_][\w.-]*|&&|\|\||==|!=|[!()]|\S/g);
  return tokens ?? [];
}

/** The empty text is false, every other is true. */
function isTrue(value: Value): boolean {
  return value !== "" && value !== false;
}

/** GitHub ignores case when it compares texts; a text against a boolean is compared as numbers, which nothing here does. */
function isSame(left: Value, right: Value): boolean {
  if (typeof left !== typeof right) throw new Error(`${left} and ${right} are of different types`);
  return String(left).toLowerCase() === String(right).toLowerCase();
}

/** A place in a text that moves on over what it takes. */
export interface WordCursor {
  /** Takes what stands next, if it is that (a sticky expression). */
  take(expression: RegExp): string | undefined;
  /** A value: bare as far as the expression goes, or quoted as in JSON. */
  takeValue(bare: RegExp): string | undefined;
  atEnd(): boolean;
}

export function wordCursor(text: string): WordCursor {
  let offset = 0;
  const take = (expression: RegExp): string | undefined => {
    expression.lastIndex = offset;
    const found = expression.exec(text)?.[0];
    if (found !== undefined) offset += found.length;
    return found;
  };
  return {
    take,
    takeValue: (bare) => {
      const quoted = take(quotedText);
      return quoted === undefined ? take(bare) : unquoted(quoted);
    },
    atEnd: () => offset === text.length,
  };
}

const quotedText = /"(?:[^"\\]|\\.)*"/y;

function unquoted(json: string): string | undefined {
  const value = jsonValue(json);
  return typeof value === "string" ? value : undefined;
}

/** Undefined for what is no JSON. */
export function jsonValue(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

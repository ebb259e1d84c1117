/** Values by the beginning of a text, found for all texts that begin so: many patterns are not tried one by one. */
export interface Beginnings<T> {
  add(beginning: string, value: T): void;
  of(text: string): Iterable<T>;
}

export function beginnings<T>(): Beginnings<T> {
  const values = new Map<string, T[]>();
  const lengths = new Set<number>();
  return {
    add(beginning, value) {
      const known = values.get(beginning);
      if (known === undefined) values.set(beginning, [value]);
      else known.push(value);
      lengths.add(beginning.length);
    },
    *of(text) {
      for (const length of lengths) {
        if (length <= text.length) yield* values.get(text.slice(0, length)) ?? [];
      }
    },
  };
}

/** What stands before the first wildcard of a pattern. */
export function beginningOf(pattern: string): string {
  return /^[^*?]*/.exec(pattern)?.[0] ?? "";
}

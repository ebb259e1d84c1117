import { startBuilding } from "./build.ts";
import { type Parser, State, step } from "./parse.ts";
import { isQuick, readQuickly, startQuickly } from "./quick-block.ts";
import { startScanner } from "./scanner.ts";

/**
 * Parses the first document of `text` between two offsets into the arena. False: the scanner says what is wrong.
 * The builder's root is 0 if there is no document at all.
 */
export function parseDocument(p: Parser, text: string, start: number, end: number): boolean {
  startScanner(p.scanner, text, start, end);
  startBuilding(p.builder, text);
  p.states.length = 0;
  p.lastEnd = start;
  if (p.anchors.size > 0) p.anchors.clear();
  if (p.tagHandles.size > 0) p.tagHandles.clear();

  let state = startQuickly(p, State.documentStart);
  while (state !== State.end) {
    if (isQuick(p, state)) state = readQuickly(p, state);
    state = step(p, state);
    if (p.scanner.problem !== "") return false;
  }
  return true;
}

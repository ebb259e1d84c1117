import type { Severity } from "@authgraph/rules";

/** What a piece of terminal output is, for its colour. */
export type Style = Severity | "strong" | "gutter" | "remark" | "added" | "removed";

/** SGR parameters (ECMA-48 §8.3.117). */
const parameters: Readonly<Record<Style, string>> = {
  critical: "1;31",
  high: "1;31",
  medium: "1;33",
  low: "1;36",
  info: "1;37",
  strong: "1",
  gutter: "1;34",
  remark: "1;34",
  added: "32",
  removed: "31",
};

/** Colours a finished piece of text; whoever cuts or measures does it before. */
export type Paint = (style: Style, text: string) => string;

export function painter(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => (text === "" ? "" : `\x1b[${parameters[style]}m${text}\x1b[0m`);
}

/** Text that opens a URL where the terminal can (OSC 8). */
export function hyperlink(url: string, text: string): string {
  return `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\`;
}

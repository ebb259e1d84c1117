export type { Diagnostic } from "./diagnostic.ts";
export type { BuiltInOrigin, Located, Origin, TextOrigin } from "./origin.ts";
export { located, textOrigin } from "./origin.ts";
export type { PlacedText } from "./placed-text.ts";
export type { Position, SourceText } from "./text.ts";
export { lineStarts, lineText, positionAt } from "./text.ts";

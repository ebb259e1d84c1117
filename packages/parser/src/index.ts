export { parse } from "./parse.ts";
export type { CommentDirective, DocumentOutcome, ParsedText, ParseOptions } from "./parsed-text.ts";

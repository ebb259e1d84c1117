export type { CommentDirective, DocumentOutcome, ParsedText, ParseOptions } from "./parsed-text.ts";

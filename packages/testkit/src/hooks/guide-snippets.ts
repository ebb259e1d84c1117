import { readFileSync } from "node:fs";
import { checkoutPath } from "../shared-material.ts";

/** A fenced block of the guide whose first line is a comment with the name of a file: what that file is to hold. */
export function guideSnippet(file: string): string {
  const guide = readFileSync(checkoutPath("docs/guides/pre-commit.md"), "utf8");
  for (const [, , name, content] of guide.matchAll(/^```(\w+)\n# (\S+)\n(.*?)^```$/gms)) {
    if (name === file && content !== undefined) return content;
  }
  throw new Error(`the guide has no block for ${file}`);
}

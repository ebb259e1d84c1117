import { readFileSync } from "node:fs";
import { type SchemaCheck, schemaCheck } from "./schema-validation.ts";
import { checkoutPath } from "./shared-material.ts";

/** What an output in JSON has to be, by the schema kept in `packages/testkit/formats`. */
export function formatSchemaCheck(format: "gitlab-code-quality" | "rdjson"): SchemaCheck {
  return schemaCheck(JSON.parse(readFileSync(formatFile(`${format}.schema.json`), "utf8")));
}

/** What libxml2 says of XML files (name to text) against the schema of their format, one line each. */
export async function xmlProblems(
  format: "junit" | "checkstyle",
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const { memoryPages, validateXML } = await import("xmllint-wasm");
  const { errors, valid, rawOutput } = await validateXML({
    xml: [...files].map(([name, contents], index) => ({
      fileName: `${index}-${name.replace(/[^\w.-]/g, "_").slice(0, 60)}.xml`,
      contents,
    })),
    schema: readFileSync(formatFile(`${format}.xsd`), "utf8"),
    initialMemoryPages: memoryPages.GiB / 4,
    maxMemoryPages: memoryPages.GiB,
  });
  if (errors.length === 0 && !valid) return [rawOutput];
  return errors.map(({ loc, message }) => `${loc?.fileName}:${loc?.lineNumber}: ${message}`);
}

/** What a Markdown text becomes: HTML, as CommonMark with tables has it, tags of its own let through. */
export async function markdownHtml(text: string): Promise<string> {
  const { default: MarkdownIt } = await import("markdown-it");
  return new MarkdownIt({ html: true, linkify: true }).render(text);
}

function formatFile(name: string): string {
  return checkoutPath("packages/testkit/formats", name);
}

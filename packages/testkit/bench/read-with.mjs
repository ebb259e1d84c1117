// The yardstick: walk a folder, read every file, and hand its text to a JavaScript YAML library; nothing else.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [library, folder] = process.argv.slice(2);
const load =
  library === "js-yaml"
    ? (await import("js-yaml")).loadAll
    : library === "yaml"
      ? (await import("yaml")).parseAllDocuments
      : () => {};

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else load(readFileSync(path, "utf8"));
  }
}
walk(folder);

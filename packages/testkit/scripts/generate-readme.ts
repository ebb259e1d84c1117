import { readFileSync } from "node:fs";
import { type InputFile, type Sources, scan } from "@authgraph/engine";
import { isWorthReading } from "@authgraph/parser";
import { renderPretty } from "@authgraph/report";
import { ruleset } from "@authgraph/ruleset";
import { folderSources } from "../src/folder-sources.ts";
import { checkoutPath } from "../src/shared-material.ts";
import type { GeneratedFile } from "./generated-file.ts";

const start = "<!-- generated: the most severe finding of the demo, as the terminal shows it -->\n";
const end = "<!-- end of generated -->";
const demo = checkoutPath("fixtures/clusters/demo");

/** The README with the demo's findings between its two marks, as a terminal shows them to whoever stands in the demo's folder. */
export async function generateReadme(): Promise<readonly GeneratedFile[]> {
  const readme = readFileSync(checkoutPath("README.md"), "utf8");
  const result = await scan({
    sources: asWalked(folderSources(demo)),
    rules: ruleset,
    toolVersion: "",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-01-01T00:00:00Z",
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  const { run } = result;
  const exit = { code: 1, reason: "findings at or above medium (--fail-on medium)" };
  const style = {
    color: false,
    width: Number.POSITIVE_INFINITY,
    hyperlinks: false,
    quiet: false,
    verbose: false,
    exit,
  };
  const [first = "", ...others] = renderPretty(run, style);
  const shown = `${start}
\`\`\`text
$ authgraph scan .
${first.trimEnd()}
\`\`\`

<details><summary>The demo's other ${run.findings.length - 1} findings, and what the scan says about itself</summary>

\`\`\`text
${others.join("").trimEnd()}
\`\`\`

</details>

${end}`;
  const [before = "", rest = ""] = readme.split(start);
  const after = rest.slice(rest.indexOf(end) + end.length);
  return [{ path: "README.md", content: before + shown + after }];
}

/** Files that a walk of the command line leaves closed are left closed here too. */
function asWalked(sources: Sources): Sources {
  const list = () =>
    [...sources.list()].map(
      (file): InputFile =>
        isWorthReading(file.path) ? file : { outcome: "skipped", path: file.path, reason: "not a format we read" },
    );
  return { ...sources, list };
}

import { createHash } from "node:crypto";
import { type InputFile, type Run, type ScanInput, type Sources, type StateBefore, scan } from "@authgraph/engine";
import { ruleset } from "@authgraph/ruleset";

/** The files of a project in one state, by path. */
export type ProjectTexts = Readonly<Record<string, string>>;

/** Scans a project as a hook does: against the state before a change. */
export async function scanChange(
  before: ProjectTexts,
  after: ProjectTexts,
  more: Partial<ScanInput> & { readonly beforeMore?: Partial<StateBefore> } = {},
): Promise<Run> {
  const { beforeMore, ...input } = more;
  const state: StateBefore = {
    sources: blobSources(before),
    configuration: undefined,
    since: "HEAD",
    trustChange: true,
    ...beforeMore,
  };
  return scanProject(after, { before: state, ...input });
}

/** Scans a project with every rule that is asked by default. */
export async function scanProject(texts: ProjectTexts, more: Partial<ScanInput> = {}): Promise<Run> {
  const result = await scan({ ...scanInputOf(texts), ...more });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}

/** What a scan of these texts is given where nothing else is asked for. */
export function scanInputOf(texts: ProjectTexts): ScanInput {
  return {
    sources: blobSources(texts),
    rules: ruleset.filter(({ metadata }) => !metadata.extended),
    toolVersion: "0.1.0",
    kubernetesVersion: "1.37",
    appliedNamespace: undefined,
    complete: false,
    at: "2026-11-23T00:00:00Z",
    onFile: () => {},
  };
}

/** As git would name their contents. */
function blobSources(texts: ProjectTexts): Sources {
  const encoder = new TextEncoder();
  const files = Object.entries(texts).map(([path, text]): InputFile => {
    const bytes = encoder.encode(text);
    const id = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
    return { outcome: "blob", path, id, read: () => ({ outcome: "read", path, bytes }) };
  });
  return { list: () => files, find: (path) => files.find((file) => `/${file.path}`.endsWith(path)) };
}

/** `new rbac-secrets-read ServiceAccount web/ci` for each risk that is told, folded ones too, sorted. */
export function toldRisks({ findings }: Pick<Run, "findings">): readonly string[] {
  return findings
    .flatMap((finding) => [finding, ...finding.folded])
    .map(({ state, ruleId, identity }) => `${state ?? "found"} ${ruleId} ${identity.subject}`)
    .sort();
}

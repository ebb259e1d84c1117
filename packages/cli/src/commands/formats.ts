/** Formats that name files from the root of the repository, as the tools of a project do. */
export type ProjectFormat = "github" | "markdown" | "gitlab" | "junit" | "checkstyle" | "rdjson" | "rdjsonl" | "csv";

/** What a scan can write. */
export type Format = "pretty" | "concise" | "json" | "sarif" | ProjectFormat;

export const formats: readonly Format[] = [
  "pretty",
  "concise",
  "json",
  "sarif",
  "github",
  "markdown",
  "gitlab",
  "junit",
  "checkstyle",
  "rdjson",
  "rdjsonl",
  "csv",
];

/** What `-o FILE` without a format says by the name of the file; undefined where that may mean several. */
export function formatOfFile(file: string): Format | undefined {
  for (const [pattern, format] of namesOfFormats) if (pattern.test(file)) return format;
  return /\.xml$/.test(file) ? undefined : "pretty";
}

/** The first that fits; GitLab's own documentation and Maven name files like this. */
const namesOfFormats: readonly (readonly [RegExp, Format])[] = [
  [/\.sarif(?:\.json)?$/, "sarif"],
  [/(?:^|[\\/])gl-code-quality[^\\/]*\.json$/, "gitlab"],
  [/\.rdjsonl$/, "rdjsonl"],
  [/\.rdjson$/, "rdjson"],
  [/\.json$/, "json"],
  [/\.md$/, "markdown"],
  [/\.csv$/, "csv"],
  [/(?:^|[\\/])(?:TEST-|junit)[^\\/]*\.xml$/, "junit"],
  [/(?:^|[\\/])checkstyle[^\\/]*\.xml$/, "checkstyle"],
];

type Environment = Readonly<Record<string, string | undefined>>;

/** In a job of GitHub: where a line of a file of the revision it runs for can be read. */
export function githubLinks(env: Environment): ((path: string, line: number) => string) | undefined {
  const { GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "", GITHUB_SHA: revision = "" } = env;
  if (!/^https:\/\/[\w.:-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  if (!/^[0-9a-f]{40,64}$/.test(revision)) return undefined;
  return (path, line) =>
    `${server}/${repository}/blob/${revision}/${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;
}

import { describe, expect, it } from "vitest";
import { githubLinks } from "./github-links.ts";

const GITHUB_SHA = "0123456789abcdef0123456789abcdef01234567";
const env = { GITHUB_SERVER_URL: "https://github.example.com", GITHUB_REPOSITORY: "acme/cluster", GITHUB_SHA };

describe("links to lines, in a job of GitHub", () => {
  it("lead to the file as it is in the revision of the job", () => {
    expect(githubLinks(env)?.("deploy/a b#1.yaml", 12)).toBe(
      `https://github.example.com/acme/cluster/blob/${GITHUB_SHA}/deploy/a%20b%231.yaml#L12`,
    );
  });

  it.each([
    ["elsewhere", {}],
    ["for a server that is none", { ...env, GITHUB_SERVER_URL: "javascript:alert(1)" }],
    ["for a repository that is none", { ...env, GITHUB_REPOSITORY: "acme/../x?" }],
    ["for a revision that is none", { ...env, GITHUB_SHA: "HEAD" }],
  ])("are not made %s", (_where, env) => {
    expect(githubLinks(env)).toBeUndefined();
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ComponentConfiguration, type FileRole, loadCel } from "@authgraph/kubernetes";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";

interface Recorded {
  readonly role: FileRole;
  readonly text: string;
  /** Empty: it is read. */
  readonly error: string;
  /** Of an ABAC policy, as converted. */
  readonly rules?: readonly Readonly<Record<string, unknown>>[];
}

const recorded: readonly Recorded[] = readFileSync(checkoutPath("fixtures", "oracle", "configurations.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line): Recorded => JSON.parse(line));

const cel = await loadCel();

function configurationsOf(text: string, role: FileRole, path: string = "FILE"): readonly ComponentConfiguration[] {
  const { facts } = parse({ path, text }, { role, cel });
  return facts.flatMap((fact) => (fact.fact === "configuration" ? [fact.configuration] : []));
}

function errorsOf(configurations: readonly ComponentConfiguration[]): readonly string[] {
  return configurations.flatMap((configuration) => {
    if (configuration.kind === "Refused") return configuration.errors.map(({ message }) => message);
    // What newer servers refuse, and older ones do not.
    const demands = "demands" in configuration ? configuration.demands : [];
    return demands.filter(({ until }) => until !== undefined).map(({ message }) => message);
  });
}

/** The words that are the same in both: lines are counted otherwise, and a parser of expressions has its own. */
function comparable(message: string): string {
  return message
    .replace(/yaml: line \d+: /, "yaml: ")
    .replace(/yaml: unmarshal errors:\n {2}line \d+: /, "")
    .replace(/^strict decoding error: /, "")
    .replace(/json: cannot unmarshal (array|string) into Go value.*$/s, "json: cannot unmarshal $1")
    .replace(/compilation failed: .*$/s, "compilation failed")
    .replace(/Invalid value: \{("AESGCM":[^n]|"AESGCM":null,"AESCBC":[^n]|…).*?\}: /s, "");
}

describe("as the server says it", () => {
  it.each(recorded.map((row) => [row.role, row.error, row] as const))("%s: %j", (role, error, row) => {
    const configurations = configurationsOf(row.text, role);
    const errors = errorsOf(configurations);
    expect(errors.length > 0).toBe(error !== "");
    for (const message of errors) expect(comparable(error)).toContain(comparable(message));
    if (row.rules === undefined) return;
    const rules = configurations.flatMap((one) => (one.kind === "AbacPolicy" ? one.rules : []));
    expect(
      rules.map((rule) => ({
        User: rule.user,
        Group: rule.group,
        Readonly: rule.readonly,
        APIGroup: rule.apiGroup,
        Resource: rule.resource,
        Namespace: rule.namespace,
        NonResourcePath: rule.nonResourcePath,
      })),
    ).toEqual(row.rules);
  });
});

const hosts = sharedPath("oracle/controlplane");

const roleOfFlag: Readonly<Record<string, FileRole>> = {
  "authentication-config": "authentication-configuration",
  "authorization-config": "authorization-configuration",
  "authorization-policy-file": "abac-policy",
  "token-auth-file": "token-file",
  "audit-policy-file": "audit-policy",
  "authorization-webhook-config-file": "component-kubeconfig",
  "authentication-token-webhook-config-file": "component-kubeconfig",
};

/** What a server says when a file is why it does not start. */
const ofTheFile =
  /failed to load auth|invalid authentication configuration|authorizers\[|authorizers:|expected name|error reading policy|token file|parse error on line|strict decoding|no kind/;

describe.skipIf(hosts === undefined)(`real servers${hosts === undefined ? `: ${sharedMaterialMissing}` : ""}`, () => {
  const names = readdirSync(hosts ?? ".", { withFileTypes: true }).filter(
    ({ name }) => readIfThere(join(hosts ?? "", name, "host.json")) !== undefined,
  );
  it.each(names.map(({ name }) => name))("%s", (name) => {
    const folder = join(hosts ?? "", name);
    const host: {
      readonly args: readonly string[];
      readonly starts: boolean;
      readonly error?: readonly string[];
      readonly version: string;
    } = JSON.parse(readFileSync(join(folder, "host.json"), "utf8"));
    const minor = Number(/^v1\.(\d+)/.exec(host.version)?.[1]);
    const said = (host.error ?? []).join("\n").replaceAll('\\"', '"').replaceAll("\\\\", "\\");
    const errors = host.args.flatMap((arg) => {
      const [, flag = "", path = ""] = /^--([a-z-]+)=(.*)$/.exec(arg) ?? [];
      const role = roleOfFlag[flag];
      const text = role === undefined ? undefined : readIfThere(join(folder, "rootfs", path));
      if (role === undefined || text === undefined) return [];
      return configurationsOf(text, role, path).flatMap((one) => {
        if (one.kind === "Refused") return one.errors.map(({ message }) => message);
        const demands = "demands" in one ? one.demands : [];
        // The version is asked before the fields.
        const unmet = demands.filter(({ since, until }) => minor < since || minor > (until ?? minor));
        return unmet.slice(0, 1).map(({ message }) => message);
      });
    });
    // The issuer's own are known with the flags, and so is what the two exclude.
    const isOfTheFile = !host.starts && ofTheFile.test(said) && !/invalid authentication.*--oidc/.test(said);
    if (host.starts) expect(errors).toEqual([]);
    else if (isOfTheFile && !host.args.some((arg) => arg.startsWith("--oidc-")))
      expect(errors.length).toBeGreaterThan(0);
    for (const message of errors) expect(comparable(said)).toContain(comparable(message));
  });
});

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

import type { ComponentInvocation } from "@authgraph/kubernetes";
import type { Origin, SourceText } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { placedSource } from "../placed-text.ts";
import { readEnvironmentFile } from "./environment-file.ts";
import { splitSystemdWords } from "./systemd-words.ts";
import { environmentFilesOf, looksLikeUnit, readUnit } from "./unit-file.ts";
import { invocationsOfUnits } from "./unit-invocations.ts";

function written(origin: Origin): string {
  return origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

function flagsOf(invocation: ComponentInvocation | undefined): readonly string[] | undefined {
  return invocation?.flags.map((flag) => `${flag.name}=${flag.value}${flag.unresolved ? " ?" : ""}`);
}

/** Files by path; those that end in `.service` or `.conf` are units. */
function invocations(files: Readonly<Record<string, string>>): readonly ComponentInvocation[] {
  const sources: SourceText[] = Object.entries(files).map(([path, text]) => ({ path, text }));
  const units = sources.filter(({ path, text }) => looksLikeUnit(path, text)).map(readUnit);
  return invocationsOfUnits(units, (path) => {
    const source = sources.find((candidate) => candidate.path === path);
    return source === undefined ? undefined : readEnvironmentFile(source);
  });
}

const unit = (...lines: readonly string[]): string =>
  ["[Unit]", "Description=x", "[Service]", ...lines, "[Install]"].join("\n");

test.each([
  { line: "a  'b c'd \"e\\tf\" g\\x41 \\u00e9 \\q \\s", words: ["a", "b cd", "e\tf", "gA", "é", "\\q", " "] },
  { line: "--runtime-config='api/all=true'", words: ["--runtime-config=api/all=true"] },
  { line: "a {{ b c }} {% if d %}", words: ["a", "{{ b c }}", "{% if d %}"] },
])("words of $line", ({ line, words }) => {
  const split = splitSystemdWords(placedSource({ path: "x.service", text: line }));
  expect(split.map(({ value }) => value.text)).toEqual(words);
});

describe("one unit", () => {
  test.each([
    { name: "a plain line", lines: ["ExecStart=/usr/bin/kubelet --v=2"], flags: ["v=2"] },
    {
      name: "continuation lines, comments between them",
      lines: ["ExecStart = /usr/bin/kubelet \\", "  --anonymous-auth=false \\", "# --v=4 \\", "; --v=5", "  --v=2"],
      flags: ["anonymous-auth=false", "v=2"],
    },
    { name: "prefixes", lines: ["ExecStart=-+/usr/bin/kubelet --v=2"], flags: ["v=2"] },
    { name: "a program under another name", lines: ["ExecStart=@/usr/bin/kubelet node --v=2"], flags: ["v=2"] },
    {
      name: "a later line after a reset",
      lines: ["ExecStart=/bin/kubelet --v=1", "ExecStart=", "ExecStart=/bin/kubelet --v=2"],
      flags: ["v=2"],
    },
    {
      name: "$NAME is words, ${NAME} is a value",
      lines: [
        'Environment="OPTS=--v=2 --anonymous-auth=false" MODE=Webhook',
        "ExecStart=/bin/kubelet $OPTS --authorization-mode=${MODE}",
      ],
      flags: ["v=2", "anonymous-auth=false", "authorization-mode=Webhook"],
    },
    {
      name: "$NAME inside a word is none, two dollar signs are one",
      lines: ["Environment=A=x", "ExecStart=/bin/kubelet --node-ip=$A --cert-dir=$${A}"],
      flags: ["node-ip=$A", "cert-dir=${A} ?"],
    },
    {
      name: "an unset variable is nothing",
      lines: ["ExecStart=/bin/kubelet $NOTHING --node-ip=${NOTHING}"],
      flags: ["node-ip="],
    },
    { name: "no variables behind a colon", lines: ["Environment=A=--v=2", "ExecStart=:/bin/kubelet $A"], flags: [] },
    { name: "a shell", lines: ["Environment=A=--v=2", "ExecStart=/bin/sh -c 'exec /bin/kubelet $A'"], flags: ["v=2"] },
    { name: "not what runs before it", lines: ["ExecStartPre=/bin/kubelet --v=1"], flags: undefined },
    { name: "CRLF", lines: ["ExecStart=/bin/kubelet \\\r", " --v=2\r"], flags: ["v=2"] },
  ])("$name", ({ lines, flags }) => {
    expect(flagsOf(invocations({ "kubelet.service": unit(...lines) })[0])).toEqual(flags);
  });
});

test("only its own section counts", () => {
  expect(invocations({ "kubelet.service": "[Service]\nType=simple\n[Other]\nExecStart=/bin/kubelet --v=2\n" })).toEqual(
    [],
  );
});

describe("a unit with its files", () => {
  const service = unit(
    "Environment=KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml",
    "EnvironmentFile=-/etc/default/kubelet",
    "ExecStart=/usr/bin/kubelet $KUBELET_CONFIG_ARGS $KUBELET_EXTRA_ARGS",
  );

  test("names the file", () => {
    const [reference] = environmentFilesOf(readUnit({ path: "kubelet.service", text: service }));
    expect(reference?.role).toBe("environment-file");
    expect(reference?.path.value).toBe("/etc/default/kubelet");
    expect(reference && written(reference.path.origin)).toBe("/etc/default/kubelet");
  });

  test("flags stand where the file has them", () => {
    const [invocation] = invocations({
      "kubelet.service": service,
      "/etc/default/kubelet": '# local\nKUBELET_EXTRA_ARGS="--anonymous-auth=true --read-only-port=10255"\n',
    });
    expect(flagsOf(invocation)).toEqual([
      "config=/var/lib/kubelet/config.yaml",
      "anonymous-auth=true",
      "read-only-port=10255",
    ]);
    expect(invocation?.flags.map(({ origin }) => written(origin))).toEqual([
      "--config=/var/lib/kubelet/config.yaml",
      "--anonymous-auth=true",
      "--read-only-port=10255",
    ]);
    expect(invocation).not.toHaveProperty("unresolved");
  });

  test("without the file, its variables may be any flags", () => {
    const [invocation] = invocations({ "kubelet.service": service });
    expect(flagsOf(invocation)).toEqual(["config=/var/lib/kubelet/config.yaml"]);
    expect(invocation?.unresolved?.map(({ value }) => value)).toEqual(["$KUBELET_EXTRA_ARGS"]);
  });

  test("drop-ins are laid over it by name, across systemd's folders of one machine", () => {
    const all = invocations({
      "a/usr/lib/systemd/system/kubelet.service": unit("ExecStart=/usr/bin/kubelet --v=1"),
      "a/etc/systemd/system/kubelet.service.d/20-last.conf": "[Service]\nEnvironment=LEVEL=3\n",
      "a/etc/systemd/system/kubelet.service.d/10-first.conf":
        "[Service]\nEnvironment=LEVEL=2\nExecStart=\nExecStart=/usr/bin/kubelet --v=${LEVEL}\n",
      "b/usr/lib/systemd/system/kubelet.service": unit("ExecStart=/usr/bin/kubelet --v=9"),
    });
    expect(all.map(flagsOf)).toEqual([["v=3"], ["v=9"]]);
  });

  test("a unit in /etc takes the place of the one in /usr/lib", () => {
    const all = invocations({
      "usr/lib/systemd/system/kubelet.service": unit("ExecStart=/usr/bin/kubelet --v=1"),
      "etc/systemd/system/kubelet.service": unit("ExecStart=/usr/bin/kubelet --v=2"),
    });
    expect(all.map(flagsOf)).toEqual([["v=2"]]);
  });
});

test.each([
  { text: "A=b", variables: [["A", "b"]] },
  {
    text: " A = b c  \r\n;x\n#y\n\nB='d e' # no comment\n",
    variables: [
      ["A", "b c"],
      ["B", "d e# no comment"],
    ],
  },
  {
    text: 'A="x \\"y\\" \\z"\nB=\'\\\'',
    variables: [
      ["A", 'x "y" \\z'],
      ["B", "\\"],
    ],
  },
  {
    text: "A=--a=1 \\\n  --b=2\nB=it's",
    variables: [
      ["A", "--a=1   --b=2"],
      ["B", "it's"],
    ],
  },
  {
    text: 'A="x\ny"\n1A=z\nexport B=c\nC=',
    variables: [
      ["A", "x\ny"],
      ["C", ""],
    ],
  },
])("environment file $text", ({ text, variables }) => {
  const file = readEnvironmentFile({ path: "kubelet.env", text });
  expect(file.variables.map(({ name, value }) => [name, value.text])).toEqual(variables);
});

test.each([
  ["kubelet.service", "[Unit]\n[Service]\nExecStart=/bin/x\n", true],
  ["etc/kubelet.service.d/10.conf", "# x\n[Service]\n", true],
  ["docs/unit.txt", "\n# a comment\n[Service]\n", true],
  ["templates/kubelet.service.j2", "{% if x %}\n[Service]\n", true],
  ["docs/setup.md", "Write this:\n\n[Service]\n", false],
  ["my.cnf", "[mysqld]\n[Service]\n", false],
  ["kubelet.service", "nothing of the kind", false],
])("%s is a unit: %3$s", (path, text, expected) => {
  expect(looksLikeUnit(path, text)).toBe(expected);
});

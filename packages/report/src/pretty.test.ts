import { readFileSync } from "node:fs";
import type { Finding } from "@authgraph/rules";
import { type Diagnostic, textOrigin } from "@authgraph/source";
import { coverageOf, edit, findingOf, hop, placeOf, riskOf, runOf, sampleRun } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { type PrettyOptions, renderDiagnostics, renderPretty } from "./pretty.ts";

const plain: PrettyOptions = {
  color: false,
  width: Number.POSITIVE_INFINITY,
  hyperlinks: false,
  quiet: false,
  verbose: false,
};

const exit = { code: 1, reason: "findings at or above medium (--fail-on medium)" };

const pretty = (finding: Finding, options: Partial<PrettyOptions> = {}): string =>
  [...renderPretty(runOf([finding]), { ...plain, ...options })][0] ?? "";

/** The frames only: what stands between the title and the notes. */
const frames = (finding: Finding, options: Partial<PrettyOptions> = {}): string =>
  pretty(finding, options).split("\n").slice(1, -3).join("\n");

const text = (content: string) => ({ path: "a.yaml", text: content });

describe("the whole report", () => {
  it("is the golden one", () => {
    const golden = readFileSync(new URL("golden/sample.txt", import.meta.url), "utf8");
    expect([...renderPretty(sampleRun, { ...plain, exit })].join("")).toBe(golden);
  });

  it("is the same with colours taken out", () => {
    const golden = readFileSync(new URL("golden/sample.txt", import.meta.url), "utf8");
    const colored = [...renderPretty(sampleRun, { ...plain, exit, color: true })].join("");
    expect(colored).toContain("\x1b[1;31mcritical[rbac-grant-anonymous]\x1b[0m");
    expect(colored.replace(/\x1b\[[0-9;]*m/g, "")).toBe(golden);
  });

  it("wraps sentences but not commands, titles and frames", () => {
    const lines = [...renderPretty(sampleRun, { ...plain, width: 80 })].join("").split("\n");
    expect(lines).toContain("   = then: 5. one of them, ops/backup-token, is a cluster-admin's token");
    expect(lines).toContain("           (legacy/secret.yaml:5, see sa-legacy-token-secret below)");
    expect(lines).toContain(
      "   = check: kubectl auth can-i create pods -n kube-system --as=system:serviceaccount:ci:deployer",
    );
  });

  it("says the numbers only when quiet, and nothing where nothing is wrong", () => {
    const quiet = { ...plain, exit, quiet: true };
    expect([...renderPretty(sampleRun, quiet)].join("")).toBe(
      "3 findings: 2 critical, 1 high; folded into them: 1 (--verbose)\n" +
        "exit 1: findings at or above medium (--fail-on medium)\n",
    );
    expect([...renderPretty(runOf([]), quiet)]).toEqual([]);
  });

  it("links the page of the rule where the terminal can", () => {
    const source = text("name: x\n");
    const shown = pretty(findingOf(hop(source, "x", "")), { hyperlinks: true, docsUrl: "https://example.com" });
    expect(shown).toContain(
      "\x1b]8;;https://example.com/rules/rbac-grant-anonymous.md\x1b\\docs/rules/rbac-grant-anonymous.md\x1b]8;;\x1b\\",
    );
  });
});

it("ends each finding with its worth, its page if there is one, and how to hear more", () => {
  const finding = findingOf(hop(text("name: x\n"), "x", ""));
  const last = (options: Partial<PrettyOptions>): string | undefined => pretty(finding, options).split("\n").at(-3);
  expect(last({})).toBe(
    "  = severity 9.8, confidence certain, docs/rules/rbac-grant-anonymous.md, authgraph explain 9353b13cfabc",
  );
  expect(last({ rulesWithoutPage: new Set(["rbac-grant-anonymous"]) })).toBe(
    "  = severity 9.8, confidence certain, authgraph explain 9353b13cfabc",
  );
});

describe("frames", () => {
  it("put several labels of one line below each other, the last beside its mark", () => {
    const source = text("- {kind: User, name: jane, namespace: web}\n");
    const [kind, name, space] = [
      hop(source, "User", "of this kind", 1),
      hop(source, "jane", "she", 2),
      hop(source, "web", "there"),
    ];
    expect(frames(findingOf(name, { hops: [kind, name, space] }))).toBe(
      [
        " --> a.yaml:1:22",
        "  |",
        "1 | - {kind: User, name: jane, namespace: web}",
        "  |          ----        ^^^^             --- there",
        "  |          |           |",
        "  |          |           2. she",
        "  |          1. of this kind",
        "  |",
      ].join("\n"),
    );
  });

  it("put labels of overlapping spans below", () => {
    const source = text("verbs: [get, list]\n");
    const [all, one] = [hop(source, "get, list", "both", 1), hop(source, "list", "this one", 2)];
    expect(frames(findingOf(one, { hops: [all, one] }))).toBe(
      [
        " --> a.yaml:1:14",
        "  |",
        "1 | verbs: [get, list]",
        "  |         -----^^^^",
        "  |         |    |",
        "  |         |    2. this one",
        "  |         1. both",
        "  |",
      ].join("\n"),
    );
  });

  it("name what no input wrote", () => {
    const source = text("name: x\n");
    const subject = hop(source, "x", "bound", 1);
    const builtIn = {
      origin: { kind: "built-in", of: "default policy of v1.37" },
      label: "allows all",
      step: 2,
    } as const;
    expect(frames(findingOf(subject, { hops: [subject, builtIn] }))).toBe(
      [
        " --> a.yaml:1:7",
        "  |",
        "1 | name: x",
        "  |       ^ 1. bound",
        "  |",
        " ::: built in: default policy of v1.37",
        "  |",
        "  | 2. allows all",
        "  |",
      ].join("\n"),
    );
  });

  it.each([
    ["a tab", "a:\tname\n", "1 | a:    name", "  |       ^^^^ here"],
    ["wide characters", "# 権限: name\n", "1 | # 権限: name", "  |         ^^^^ here"],
    ["an emoji of two units", "# 😀 name\n", "1 | # 😀 name", "  |      ^^^^ here"],
    ["a flag of two characters", "# 🇩🇪 name\n", "1 | # 🇩🇪 name", "  |      ^^^^ here"],
    ["an emoji by selector", "# ⚠\ufe0f name\n", "1 | # ⚠\ufe0f name", "  |      ^^^^ here"],
    ["a combining accent", "# e\u0301 name\n", "1 | # e\u0301 name", "  |     ^^^^ here"],
    ["an escape sequence", "# \x1b[2J name\n", "1 | # \\u{1b}[2J name", "  |             ^^^^ here"],
    ["a bidi override", "# \u202e name\n", "1 | # \\u{202e} name", "  |            ^^^^ here"],
    ["a lone surrogate", "# \ud800 name\n", "1 | # \\u{d800} name", "  |            ^^^^ here"],
    ["a byte order mark", "\ufeffa: name\n", "1 | a: name", "  |    ^^^^ here"],
    ["CRLF", "a: name\r\nb: x\r\n", "1 | a: name", "  |    ^^^^ here"],
    ["a runner's command", "##[error] name\n", "1 | ##\\u{5b}error] name", "  |                ^^^^ here"],
    ["a secret", "{token: abc, a: name}\n", "1 | {token: ******, a: name}", "  |                    ^^^^ here"],
  ])("stay aligned with %s", (_name, content, line, marks) => {
    expect(
      frames(findingOf(hop(text(content), "name", "here")))
        .split("\n")
        .slice(2, 4),
    ).toEqual([line, marks]);
  });

  it("hide a secret that is the place itself, and not even tell its length", () => {
    const source = text("kind: Secret\ndata:\n  password: aHVudGVyMg==\n");
    expect(
      frames(findingOf(hop(source, "aHVudGVyMg==", "readable")))
        .split("\n")
        .slice(2, 4),
    ).toEqual(["3 |   password: ******", "  |             ^^^^^^ readable"]);
  });

  it("mark an empty span, and of one over several lines the first", () => {
    const source = text("metadata:\n  name: x\n");
    const empty = { origin: textOrigin(source, 9, 9), label: "nothing here", step: undefined };
    expect(frames(findingOf(empty)).split("\n")[3]).toBe("  |          ^ nothing here");
    const long = { origin: textOrigin(source, 0, 19), label: "all", step: undefined };
    expect(frames(findingOf(long)).split("\n")[3]).toBe("  | ^^^^^^^^^ all");
  });

  it("cut a long line around the place", () => {
    const source = text(`{"a":"${"x".repeat(1_000_000)}","name":"here","b":"${"😀".repeat(1000)}"}\n`);
    const lines = frames(findingOf(hop(source, "here", "this")), { width: 60 }).split("\n");
    expect(lines[2]).toBe(`1 | ...${"x".repeat(3)}","name":"here","b":"${"😀".repeat(11)}...`);
    expect(lines[3]).toBe("  |                 ^^^^ this");
  });

  it("show two places far apart in one line as two lines", () => {
    const source = text(`{"first":1,"a":"${"x".repeat(500)}","second":2}\n`);
    const [first, second] = [hop(source, "first", "one", 1), hop(source, "second", "two", 2)];
    const lines = frames(findingOf(first, { hops: [first, second] }), { width: 60 }).split("\n");
    expect(lines.filter((line) => line.startsWith("1 |"))).toHaveLength(2);
    expect(lines.filter((line) => /[-^] \d\. (one|two)$/.test(line))).toHaveLength(2);
  });
});

describe("words of the input", () => {
  it("never reach the terminal raw", () => {
    const evil = "x\x1b]0;owned\x07\u202e\n::error::x\n##[error]y";
    const source = { path: `${evil}.yaml`, text: "name: x\n" };
    const place = { ...hop(source, "x", evil), step: 1 };
    const run = runOf(
      [
        findingOf(place, {
          title: evil,
          notes: (["then", "who", "why", "check", "note"] as const).map((kind) => ({ kind, text: evil })),
          remedies: [{ text: evil, edits: [edit(source, "x", "\x1b[31my")] }],
          folded: [riskOf(place, { also: evil })],
        }),
      ],
      {
        coverage: coverageOf({ filesSkipped: [{ path: evil, reason: "read error" }], components: [evil] }),
        notEvaluated: [{ rule: evil, cluster: "default", reason: evil }],
        assumptions: [{ cluster: "default", text: evil, origin: place.origin }],
        diagnostics: [{ id: "x", level: "error", message: evil, origin: place.origin }],
      },
    );
    for (const width of [20, 80, Number.POSITIVE_INFINITY]) {
      const output = [
        ...renderPretty(run, { ...plain, width, verbose: true }),
        ...renderDiagnostics(run.diagnostics, { ...plain, width }),
      ].join("");
      expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]/);
      expect(output).not.toMatch(/^\s*::(?!: )/m);
      expect(output).not.toMatch(/##\[|##vso\[/);
    }
  });
});

describe("remedies", () => {
  const lines = (
    source: { path: string; text: string },
    edits: readonly ReturnType<typeof edit>[],
  ): readonly string[] => {
    const shown = pretty(findingOf(hop(source, "a", ""), { remedies: [{ text: "do it", edits }] })).split("\n");
    return shown.slice(
      shown.findIndex((line) => line.startsWith("help:")),
      -3,
    );
  };

  it.each([
    ["a word", text("a: x\nb: y\n"), "y", "z", ["2 - b: y", "2 + b: z"]],
    ["a line taken out with its break", text("a: x\nb: y\n"), "b: y\n", "", ["2 - b: y"]],
    ["a line taken out with the break before", text("a: x\nb: y\n"), "\nb: y", "", ["2 - b: y"]],
    ["a line whose words are taken out", text("a: x\nb: y\nc: z\n"), "b: y", "", ["2 - b: y"]],
    ["a line put in", text("a: x\nb: y\n"), "x", "x\nnew: 1", ["2 + new: 1"]],
    ["CRLF", text("a: x\r\nb: y\r\n"), "y", "z", ["2 - b: y", "2 + b: z"]],
    [
      "a secret beside",
      text("a: {token: s3cret, b: y}\n"),
      "y",
      "z",
      ["1 - a: {token: ******, b: y}", "1 + a: {token: ******, b: z}"],
    ],
  ])("show %s", (_name, source, piece, replacement, expected) => {
    expect(lines(source, [edit(source, piece, replacement)])).toEqual(["help: do it (a.yaml)", ...expected]);
  });

  it("name each file where they edit several", () => {
    const [one, other] = [text("a: x\n"), { path: "b.yaml", text: "b: y\n" }];
    expect(lines(one, [edit(one, "x", "z"), edit(other, "y", "z")])).toEqual([
      "help: do it",
      " ::: a.yaml",
      "1 - a: x",
      "1 + a: z",
      " ::: b.yaml",
      "1 - b: y",
      "1 + b: z",
    ]);
  });

  it("count what is too long to show", () => {
    const source = text(`a: x\n${"b: y\n".repeat(30)}`);
    const shown = lines(source, [{ origin: textOrigin(source, 5, source.text.length), replacement: "" }]);
    expect(shown).toHaveLength(12);
    expect(shown.at(-1)).toBe("   - ... 20 more lines");
  });
});

describe("the footer", () => {
  const footer = (more: Parameters<typeof runOf>[1], options: Partial<PrettyOptions> = {}): readonly string[] =>
    [...renderPretty(runOf([], more), { ...plain, ...options })].join("").split("\n");

  it("adds up what was read and what was not", () => {
    const coverage = coverageOf({
      filesSeen: 10,
      filesRead: 2,
      filesSkipped: [
        ...["b.png", "a.png"].map((path) => ({ path, reason: "binary" as const })),
        ...["7", "6", "5", "4", "3", "2"].map((path) => ({ path, reason: "read error" as const })),
      ],
      documentsSeen: 7,
      documents: { evaluated: 1, "not-ours": 1, template: 1, patch: 1, refused: 1, empty: 1, overwritten: 1 },
      objects: 1,
      components: ["kubelet", "kube-apiserver", "kubelet"],
    });
    expect(footer({ coverage }).slice(0, 9)).toEqual([
      "no findings",
      "read 2 of 10 files, 1 of 7 documents: 1 access object, 1 kube-apiserver, 2 kubelet",
      "set aside 6 documents: 1 of other kinds, 1 not rendered yet (templates), 1 patches or components of kustomize, 1 refused, 1 overwritten by later ones, 1 empty",
      "skipped 8 files: 2  read error",
      "                 3  read error",
      "                 4  read error",
      "                 5  read error",
      "                 6  read error",
      "                 and 2 binary, 1 read error",
    ]);
  });

  it("does not let silence about a document that configures a control plane pass for clean", () => {
    const source = text("kind: ClusterConfiguration\n---\nkind: InitConfiguration\n");
    const unread = (words: string): Diagnostic => {
      return { id: "not-read-yet", level: "note", message: `${words} is not read yet`, origin: placeOf(source, words) };
    };
    const [one, two] = [unread("ClusterConfiguration"), unread("InitConfiguration")];
    expect(footer({ diagnostics: [one] })).toContain(
      "not read yet: 1 document that configures a control plane or kubelets (a.yaml:1)",
    );
    expect(footer({ diagnostics: [two, one] })).toContain(
      "not read yet: 2 documents that configure a control plane or kubelets (a.yaml:1, a.yaml:3)",
    );
    expect(footer({ diagnostics: [two, one, two, one] })).toContain(
      "not read yet: 4 documents that configure a control plane or kubelets (a.yaml:1, a.yaml:1, a.yaml:3, 1 more)",
    );
  });

  it("groups rules by why they were not evaluated", () => {
    const notEvaluated = [
      ...["c", "a", "b", "e", "d", "f"].map((rule) => ({ rule, cluster: "default", reason: "no kubelet input" })),
      { rule: "x", cluster: "default", reason: "--complete was not given" },
    ];
    expect(footer({ notEvaluated }).slice(-3)).toEqual([
      "not evaluated: a, b, c, d, 2 more (no kubelet input)",
      "               x (--complete was not given)",
      "",
    ]);
    expect(footer({ notEvaluated }, { verbose: true })).toContain("not evaluated: a, b, c, d, e, f (no kubelet input)");
  });

  it("says where the version comes from, and that nothing says it", () => {
    const source = text("image: kube-apiserver:v1.36.0\n");
    const origin = placeOf(source, "kube-apiserver:v1.36.0");
    expect(
      footer({ clusters: [{ name: "default", kubernetes: { minor: "1.36", origin, assumed: false } }] }),
    ).toContain("assumed: Kubernetes 1.36 (a.yaml:1) with its default roles and bindings");
    expect(footer({})).toContain("assumed: Kubernetes 1.37 (nothing says which) with its default roles and bindings");
  });
});

it("says where a folded risk stands if no frame shows it", () => {
  const place = hop(text("name: x\n"), "x", "");
  const elsewhere = hop({ path: "b.yaml", text: "\nname: y\n" }, "y", "");
  const folded = [riskOf(place, { also: "here", score: 4 }), riskOf(elsewhere, { also: "there", score: 4 })];
  expect(
    pretty(findingOf(place, { folded }))
      .split("\n")
      .filter((line) => line.includes("also:")),
  ).toEqual(["  = also: here (medium 4.0, folded)", "  = also: there (b.yaml:2, medium 4.0, folded)"]);
});

it("says of a folded risk only what differs: its subject, its rule, its binding", () => {
  const source = text("name: x\nname: y\n");
  const place = hop(source, "x", "");
  const role = { key: "ClusterRole//r", place };
  const same = { subject: "ServiceAccount a/b", object: "ClusterRoleBinding//one" };
  const told = { ruleId: "rbac-secrets-read", identity: same, role };
  const can = { also: "ServiceAccount a/b can create pods", alsoOfSame: "it can create pods", score: 6, role };
  const other = { also: "ServiceAccount a/c can create pods", score: 6 };
  const folded = [
    riskOf(place, { ...told, ...can, ruleId: "rbac-pods-create" }),
    riskOf(place, { ...told, ...other, identity: { ...same, subject: "ServiceAccount a/c" } }),
    riskOf(hop(source, "y", ""), { ...told, ...can, identity: { ...same, object: "RoleBinding/dev/two" } }),
  ];
  expect(
    pretty(findingOf(place, { ...told, folded }))
      .split("\n")
      .filter((line) => line.includes("also:")),
  ).toEqual([
    "  = also: it can create pods (rbac-pods-create, medium 6.0, folded)",
    "  = also: ServiceAccount a/c can create pods through the same binding (medium 6.0, folded)",
    "  = also: it can create pods (a.yaml:2, medium 6.0, folded)",
  ]);
});

it("says how sure a folded risk is where that differs, and names each when verbose", () => {
  const place = hop(text("name: x\n"), "x", "");
  const folded = [riskOf(place, { also: "a", score: 4 }), riskOf(place, { also: "b", score: 4, confidence: "likely" })];
  const also = (options: Partial<PrettyOptions>): readonly string[] =>
    pretty(findingOf(place, { folded }), options)
      .split("\n")
      .filter((line) => line.includes("= also:"));
  expect(also({})).toEqual(["  = also: a (medium 4.0, folded)", "  = also: b (medium 4.0, likely, folded)"]);
  expect(also({ verbose: true })[0]).toBe("  = also: a (medium 4.0, folded, authgraph explain 9353b13cfabc)");
});

it("says once what a folded path and its first step have in common", () => {
  const place = hop(text("name: x\n"), "x", "");
  const role = { key: "ClusterRole//r", place };
  const identity = { subject: "ServiceAccount a/c", object: "ClusterRoleBinding//one" };
  const told = { identity, role, score: 8 };
  const claim = "ServiceAccount a/c can read every Secret";
  const folded = [
    riskOf(place, { ...told, ruleId: "path-token-to-sa", also: `${claim}, which makes it cluster-admin` }),
    riskOf(place, { ...told, ruleId: "rbac-secrets-read", also: claim }),
  ];
  const finding = findingOf(place, { identity: { ...identity, subject: "ServiceAccount a/b" }, folded });
  const also = (verbose: boolean): readonly string[] =>
    pretty(finding, { verbose })
      .split("\n")
      .filter((line) => line.includes("also:"));
  expect(also(false)).toEqual([
    "  = also: ServiceAccount a/c can read every Secret through the same binding, which makes it cluster-admin (path-token-to-sa, high 8.0, folded)",
  ]);
  expect(also(true)).toHaveLength(2);
});

it("shows three of the folded risks, all of them when verbose", () => {
  const source = text("name: x\n");
  const place = hop(source, "x", "");
  const folded = ["a", "b", "c", "d", "e"].map((also) => riskOf(place, { also, score: 4 }));
  const also = (verbose: boolean): readonly string[] =>
    pretty(findingOf(place, { folded }), { verbose })
      .split("\n")
      .filter((line) => line.includes("= also:"));
  expect(also(false)).toEqual([
    "  = also: a (medium 4.0, folded)",
    "  = also: b (medium 4.0, folded)",
    "  = also: c (medium 4.0, folded)",
    "  = also: 2 more (--verbose)",
  ]);
  expect(also(true)).toHaveLength(5);
});

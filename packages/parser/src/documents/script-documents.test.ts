import type { UnitFile } from "@authgraph/kubernetes";
import { writtenAt, writtenFlags } from "@authgraph/testkit";
import { expect, test } from "vitest";
import { invocationsOfUnits } from "../invocations/unit-invocations.ts";
import { parse } from "../parse.ts";

function unitsOf(path: string, text: string): readonly UnitFile[] {
  return parse({ path, text }).facts.flatMap((fact) => (fact.fact === "unit" ? [fact.unit] : []));
}

const pod = (flag: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: kube-apiserver}\nspec:\n  containers:\n  - name: a\n    image: x\n    command:\n    - kube-apiserver\n    - ${flag}\n`;

test.each<[string, string, readonly string[]]>([
  [
    "a pod that a script writes",
    `#!/bin/sh\ncat >/etc/a.yaml <<EOF\n${pod("--v=1")}EOF\n`,
    ["kube-apiserver --v=1 12:7"],
  ],
  [
    "with CRLF",
    `#!/bin/sh\ncat >/etc/a.yaml <<EOF\n${pod("--v=1")}EOF\n`.replaceAll("\n", "\r\n"),
    ["kube-apiserver --v=1 12:7"],
  ],
  [
    "a variable of the shell",
    `#!/bin/sh\ncat <<EOF | tee a.yaml\n${pod("--v=$V")}EOF\n`,
    ["kube-apiserver --v=${V} 12:7 ?"],
  ],
  [
    "a quoted word: nothing is replaced",
    `#!/bin/sh\ncat <<'EOF' > a.yaml\n${pod("--v=$V")}EOF\n`,
    ["kube-apiserver --v=$V 12:7"],
  ],
  [
    "two, the second after the first",
    `#!/bin/sh\ncat <<A\nx\nA\ncat <<-B\n${pod("--v=1")}\tB\n`,
    ["kube-apiserver --v=1 15:7"],
  ],
  ["one that does not end", `#!/bin/sh\ncat <<EOF\n${pod("--v=1")}`, ["kube-apiserver --v=1 12:7"]],
  ["in a comment", `#!/bin/sh\n# cat <<EOF\n${pod("--v=1")}`, []],
])("%s", (_name, text, expected) => {
  expect(writtenFlags({ path: "a.sh", text })).toEqual(expected);
});

test("units of a script are those of a machine of its own", () => {
  const script = (flag: string): string =>
    `#!/bin/bash\nUNIT=/etc/systemd/system/kubelet.service\ncat << EOF > $UNIT\n[Service]\nExecStart=/usr/bin/kubelet --v=${flag} \\\\\n  --node-ip=$IP\nEOF\n`;
  const units = [...unitsOf("a.sh", script("1")), ...unitsOf("b.sh", script("2"))];
  expect(units.map(({ unit, folder }) => `${folder} ${unit}`)).toEqual([
    "a.sh!/etc/systemd/system kubelet.service",
    "b.sh!/etc/systemd/system kubelet.service",
  ]);
  const started = invocationsOfUnits(units, () => undefined);
  const flags = started.map(({ flags: given }) =>
    given.map(
      ({ name, value, origin, unresolved }) => `--${name}=${value} ${writtenAt(origin)}${unresolved ? " ?" : ""}`,
    ),
  );
  expect(flags).toEqual([
    ["--v=1 5:28", "--node-ip={{IP}} 6:3 ?"],
    ["--v=2 5:28", "--node-ip={{IP}} 6:3 ?"],
  ]);
});

test("objects that a script may apply are not taken for what is applied", () => {
  const text =
    "#!/bin/sh\nkubectl apply -f - <<EOF\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: kubelet}\nEOF\n";
  expect(parse({ path: "a.sh", text }).facts).toEqual([]);
});

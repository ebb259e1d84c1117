import { writtenAt, writtenFlags } from "@authgraph/testkit";
import { expect, test } from "vitest";
import { parse } from "../parse.ts";
import { readEnvironmentFile } from "./environment-file.ts";
import { invocationsOfUnits } from "./unit-invocations.ts";

test("variables of a container are flags of etcd, after which those of the command line count", () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: etcd}
spec:
  containers:
  - name: etcd
    image: quay.io/coreos/etcd:v3.5.12
    command: [etcd, -auto-tls, --data-dir=/a]
    env:
    - {name: ETCD_CLIENT_CERT_AUTH, value: "false"}
    - {name: ETCD_DATA_DIR, value: /b}
    - {name: ETCD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
    - {name: HOME, value: /root}
`;
  expect(writtenFlags({ path: "etcd.yaml", text })).toEqual([
    "etcd --client-cert-auth=false 10:45",
    "etcd --auto-tls=true 8:21",
    "etcd --data-dir=/a 8:32",
  ]);
});

test("variables of a unit and of its environment file", () => {
  const unit =
    "[Service]\nEnvironment=ETCD_AUTO_TLS=true\nEnvironmentFile=/etc/etcd.env\nExecStart=/usr/bin/etcd --name=a\n";
  const { facts } = parse({ path: "etcd.service", text: unit });
  const file = readEnvironmentFile({ path: "etcd.env", text: "ETCD_TRUSTED_CA_FILE=/ca.crt\n" });
  const units = facts.flatMap((fact) => (fact.fact === "unit" ? [fact.unit] : []));
  const [etcd] = invocationsOfUnits(units, () => file);
  expect(etcd?.flags.map(({ name, value, origin }) => `--${name}=${value} ${writtenAt(origin)}`)).toEqual([
    "--auto-tls=true 2:27",
    "--trusted-ca-file=/ca.crt 1:22",
    "--name=a 4:25",
  ]);
});

test("other components read none", () => {
  const text = "[Service]\nEnvironment=ETCD_AUTO_TLS=true\nExecStart=/usr/bin/kubelet --v=1\n";
  const { facts } = parse({ path: "kubelet.service", text });
  const units = facts.flatMap((fact) => (fact.fact === "unit" ? [fact.unit] : []));
  expect(invocationsOfUnits(units, () => undefined).map(({ flags }) => flags.map(({ name }) => name))).toEqual([["v"]]);
});

import { positionAt } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";
import { looksLikeProcessListing } from "./process-listing.ts";

function read(text: string, path = "processes.txt"): readonly (readonly string[])[] {
  return parse({ path, text }).facts.flatMap((fact) => {
    if (fact.fact !== "invocation") return [];
    const { component, flags } = fact.invocation;
    const told = flags.map(({ name, value, origin }) => {
      if (origin.kind !== "text") return `${name}=${value}`;
      const { line, column } = positionAt(origin.source, origin.start);
      return `${name}=${value} ${line}:${column}`;
    });
    return [[component, ...told]];
  });
}

describe("listings of processes", () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      "ps -ef",
      [
        "UID          PID    PPID  C STIME TTY          TIME CMD",
        "root           1       0  0 18:52 ?        00:00:07 /sbin/init splash",
        "root        2292    2256  2 18:52 ?        00:00:07 kubelet --anonymous-auth=false --read-only-port 0",
        "me          4000    3999  0 18:53 pts/0    00:00:00 grep kubelet --color=auto",
      ].join("\n"),
      [["kubelet", "anonymous-auth=false 3:61", "read-only-port=0 3:84"]],
    ],
    [
      "ps aux",
      [
        "USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND",
        "root        1402  4.0  3.1 1119452 31312 ?       Ssl  Nov23  12:40 /usr/bin/kube-apiserver --anonymous-auth=true",
        "root        1403  1.0  1.1 1119452 11312 ?       Ssl  Nov23   1:40 etcd --client-cert-auth --auto-tls=false",
      ].join("\n"),
      [
        ["kube-apiserver", "anonymous-auth=true 2:92"],
        ["etcd", "client-cert-auth=true 3:73", "auto-tls=false 3:92"],
      ],
    ],
    [
      "a row without its header, grep's own beside it",
      "root 2248 2167 22 18:52 ? 00:01:05 kube-apiserver --profiling=false --v=2\n",
      [["kube-apiserver", "profiling=false 1:51", "v=2 1:69"]],
    ],
    [
      "ps -eo args with its header",
      "COMMAND\n/sbin/init\n/usr/bin/kubelet --anonymous-auth=true\n[kworker/0:1]\n",
      [["kubelet", "anonymous-auth=true 3:18"]],
    ],
    [
      "ps -eo args without a header",
      "/usr/bin/kubelet --anonymous-auth=true --read-only-port=10255 --v=2 --kubeconfig=/k\n",
      [["kubelet", "anonymous-auth=true 1:18", "read-only-port=10255 1:40", "v=2 1:63", "kubeconfig=/k 1:69"]],
    ],
    [
      "ps -eo pid,args",
      "    PID COMMAND\n      1 /sbin/init\n   1234 kube-scheduler --profiling=false --v 2\r\n",
      [["kube-scheduler", "profiling=false 3:24", "v=2 3:42"]],
    ],
    [
      "wrapped by a terminal of 80 columns, in a word and between two",
      [
        "root      2248  2167 22 18:52 ?   00:01:05 kube-apiserver --authorization-mode=N",
        "ode,RBAC --anonymous-auth=false --profiling=false                       --v=2   ",
        "--secure-port=6443",
      ].join("\n"),
      [
        [
          "kube-apiserver",
          "authorization-mode=Node,RBAC 1:59",
          "anonymous-auth=false 2:10",
          "profiling=false 2:33",
          "v=2 2:73",
          "secure-port=6443 3:1",
        ],
      ],
    ],
    [
      "a value with blanks: what is left of it is no argument",
      "root 2248 2167 22 18:52 ? 00:01:05 kubelet --node-labels=a=b c=d --v=2",
      [["kubelet", "node-labels=a=b 1:44", "v=2 1:66"]],
    ],
  ])("%s", (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ["a command in prose", "Run kube-apiserver --anonymous-auth=false to try it."],
    ["a script", "#!/bin/sh\nkubelet --anonymous-auth=true --a=1 --b=2 --c=3\n"],
    ["a usage text", "Usage: kubelet [flags]\n\n      --anonymous-auth   Enables anonymous requests\n"],
    ["a short command", "kubelet --version\n"],
    ["other processes", "PID COMMAND\n1 /sbin/init\n"],
  ])("none: %s", (_name, text) => {
    expect(looksLikeProcessListing(text)).toBe(false);
  });

  test("takes no longer for a long row that is none after all", () => {
    expect(looksLikeProcessListing(`kubelet${" --a".repeat(5000)} !\n`)).toBe(false);
  });
});

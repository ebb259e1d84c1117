import { expect, test } from "vitest";
import { commentLine, hasComments, isAtTop, lineBelowComment } from "./comment-line.ts";

/** The line that is asked about ends in `<`, the one that the comment belongs to in `!`; one may be both. */
test.each([
  ["a line of its own", ["a: 1", "b: 2 !<"]],
  ["text in a block scalar", ["data: | !", "  one", "  two <"]],
  ["below an empty line in it", ["data: |- !", "  one", "", "    two <"]],
  ["folded, with an indentation said", ["data: >2- !", "    one <"]],
  ["a comment on the header", ["data: | # why !", "  one <"]],
  ["an item that is a block scalar", ["args:", "- | !", "  one <"]],
  ["a key of an item", ["list:", "- script: | !", "    one <", "  name: x"]],
  ["what follows it there", ["list:", "- script: |", "    one", "  name: x !<"]],
  ["after a block scalar", ["data: |", "  one", "b: 2 !<"]],
  ["a scalar within a scalar's text", ["outer: | !", "  inner: |", "    one <"]],
  ["a tag and an anchor before it", ["data: !!str &a | !", "  one <"]],
  ["a command that goes on", ["kube-apiserver \\ !", "  --a=1 \\", "  --b=2 <"]],
  ["the line after it", ["kube-apiserver \\", "  --a=1", "b: 2 !<"]],
  ["a command in a block scalar", ["- | !", "  kube-apiserver \\", "    --a=1 <"]],
  ["a redirection on a line of its own", ["cat x \\", ">", "grep y !<"]],
  ["a pipeline in a shell script", ["cat x |", "  grep y !<"]],
])("a comment about %s", (_, marked) => {
  const text = marked.map((line) => line.replace(/ [!<]+$/, "")).join("\r\n");
  const [asked, expected] = ["<", "!"].map((mark) =>
    marked.findIndex((line) => / [!<]+$/.exec(line)?.[0].includes(mark)),
  );
  expect(commentLine({ path: "a.yaml", text }, (asked ?? -1) + 1)).toBe((expected ?? -1) + 1);
});

test.each([
  ["the next line", "# authgraph: x\na: 1\n", 2],
  ["past further comments", "# authgraph: x\n  # more\n#\na: 1\n", 4],
  ["not past an empty line", "# authgraph: x\n\na: 1\n", 2],
  ["the end of the text", "# authgraph: x", 2],
])("a comment on a line of its own is about %s", (_, text, expected) => {
  expect(lineBelowComment({ path: "a.yaml", text }, 1)).toBe(expected);
});

test.each([
  ["a.yaml", "a: 1\n", true],
  ["a.json", '{"a": 1}', false],
  ["a.yaml", '{"a": 1}', false],
  ["a.yaml", '\ufeff  [{"a": 1}]', false],
  ["tokens.csv", "", false],
  ["tokens", 'abc,jane,1,"system:masters"\n', false],
  ["kubelet.service", "[Unit]\nDescription=x\n", true],
  ["run.sh", "#!/bin/sh\nkube-apiserver --a=b,c,d\n", true],
  ["ca.pem", "-----BEGIN CERTIFICATE-----\n", true],
])("%s has comments: %j", (path, text, expected) => {
  expect(hasComments({ path, text })).toBe(expected);
});

test.each([
  ["", true],
  ["\ufeff# first\r\n\r\n---\r\n  ", true],
  ["#!/bin/sh\n", true],
  ["; ours\n", true],
  ["a: 1\n", false],
  ["# one\na: 1 ", false],
  [`${"#\r\n".repeat(50_000)}a: 1\n`, false],
])("nothing but comments stands before", (before, expected) => {
  const text = `${before}# authgraph: ignore-file[x] -- y`;
  expect(isAtTop({ path: "a", text }, before.length)).toBe(expected);
});

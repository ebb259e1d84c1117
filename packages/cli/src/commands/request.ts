import type { Command } from "commander";
import type { Outcome } from "../exit-code.ts";
import { declareInputOptions, type GivenInputs, inputOptions } from "./input-options.ts";

const details = `
Each input line is a request: {"method":…,"path":…,"headers":{…},"body":…,"credential":{…}}. A header is a value or a list
of values. The credential is one of
  {"kind":"none"}                              nothing at all
  {"kind":"bearer","token":…}                  Authorization: Bearer
  {"kind":"basic"}                             Authorization: Basic
  {"kind":"authorization","value":…}           the whole Authorization header
  {"kind":"certificate","file":PATH}           a client certificate, PEM
  {"kind":"user","user":…,"groups":[…],"uid":…,"extra":{…}}  somebody already authenticated, in these groups alone

Each gives one line, in order: {"outcome":"unauthenticated|forbidden|allowed|unknown|invalid","identity":{…},
"impersonated":{…},"attributes":{…},"checks":[{"attributes":{…},"decision":{…}}…],"reason":…,"assumptions":[…]}, or
{"outcome":"error","message":…} where the line is no request. Allowed means that nothing stands between the request and
the storage as far as access goes; what it finds there is not looked at.

Examples:
  authgraph request requests.jsonl --in cluster/ --rootfs cluster/
  echo '{"method":"GET","path":"/api/v1/secrets","credential":{"kind":"none"}}' | authgraph request

Exit code: 0 when every line was answered, else 2.`;

export function addRequestCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("request")
    .description("say what becomes of whole HTTP requests: JSON lines in, answers out")
    .argument("[file]", "file of JSON lines, or - for standard input", "-");
  declareInputOptions(command);
  command.addHelpText("after", details).action(async (file: string, given: GivenInputs) => {
    const { runRequest } = await import("./run-request.ts");
    outcome.exitCode = await runRequest(file, inputOptions(given));
  });
}

import { readFileSync } from "node:fs";
import { askRequest, type FileText, readHttpRequest, requestWorld } from "@authgraph/engine";
import { renderRequestAnswer, renderRequestError } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { systemError } from "../files/system-error.ts";
import type { InputOptions } from "./input-options.ts";
import { answerJsonLines, unable } from "./json-lines.ts";
import { loadInputs } from "./load-inputs.ts";

/** Answers a file of requests line by line, as they come in. */
export async function runRequest(file: string, options: InputOptions): Promise<ExitCode> {
  if (file === "-" && options.paths.includes("-")) {
    return unable("standard input holds the requests: --in - is not left");
  }
  const loaded = await loadInputs(options);
  if (loaded === undefined) return exitCode.unable;
  const world = await requestWorld(loaded, options.at);
  return answerJsonLines({
    what: "requests",
    file,
    renderError: renderRequestError,
    answer(value) {
      const read = readHttpRequest(value, textOf);
      if (read.outcome === "refused") return read;
      return { outcome: "answered", text: renderRequestAnswer(askRequest(loaded, read.request, world)) };
    },
  });
}

/** Of a certificate: whoever writes the request says which. */
function textOf(path: string): FileText {
  try {
    return { outcome: "read", text: readFileSync(path, "utf8") };
  } catch (error) {
    return { outcome: "unreadable", message: `cannot read ${path}: ${systemError(error)}` };
  }
}

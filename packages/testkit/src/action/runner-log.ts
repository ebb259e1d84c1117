/** A workflow command that the runner obeys. */
export interface ObeyedCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * The commands in what a step printed, as the runner takes them (actions/runner src/Runner.Worker/ActionCommandManager.cs
 * and src/Runner.Common/ActionCommand.cs): lines that begin with `::` after blanks, or hold the older `##[`; none between
 * `::stop-commands::TOKEN` and `::TOKEN::`.
 */
export function commandsIn(log: string): readonly ObeyedCommand[] {
  const obeyed: ObeyedCommand[] = [];
  let resumedBy: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = commandOf(line);
    if (command === undefined) continue;
    if (resumedBy !== undefined) {
      if (command.name === resumedBy) resumedBy = undefined;
    } else if (command.name === "stop-commands") resumedBy = command.message;
    else obeyed.push(command);
  }
  return obeyed;
}

function commandOf(line: string): ObeyedCommand | undefined {
  const found = /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/.exec(line) ?? /##\[([^\s\]]+)(?:\s+(.*?))?\](.*)$/.exec(line);
  if (found === null) return undefined;
  const [, name = "", written = "", message = ""] = found;
  const properties = written.split(",").flatMap((pair): readonly (readonly [string, string])[] => {
    const [key = "", value = ""] = pair.split(/=(.*)/s);
    return key === "" ? [] : [[key, unescaped(value).replaceAll("%3A", ":").replaceAll("%2C", ",")]];
  });
  return { name, properties: Object.fromEntries(properties), message: unescaped(message) };
}

function unescaped(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

/** The values in a file of `$GITHUB_OUTPUT` (actions/runner src/Runner.Worker/FileCommandManager.cs EnvFileKeyValuePairs). */
export function outputsIn(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  while (lines.length > 0) {
    const line = lines.shift() ?? "";
    if (line === "") continue;
    const [, name = "", operator, rest = ""] = /^(.*?)(<<|=)(.*)$/.exec(line) ?? [];
    if (operator === undefined) throw new Error(`no output: ${line}`);
    if (operator === "=") {
      outputs[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest);
    if (end < 0) throw new Error(`${name} does not end: ${rest}`);
    outputs[name] = lines.slice(0, end).join("\n");
    lines.splice(0, end + 1);
  }
  return outputs;
}

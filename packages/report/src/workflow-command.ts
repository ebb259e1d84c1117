/** What a line of a GitHub log makes of itself. */
export type CommandName = "error" | "warning" | "notice";

/** `::error file=…,line=…::message`, as @actions/core issueCommand writes it. */
export function workflowCommand(
  name: CommandName,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${written.join(",")}::${escapeData(message)}`;
}

/** As @actions/core escapes what follows `::` (toolkit packages/core/src/command.ts escapeData). */
function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

/** As @actions/core escapes the value of a property (the same file, escapeProperty). */
function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

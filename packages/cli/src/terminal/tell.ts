/** A line for the person at the terminal, on standard error. Names and paths in it may come from anybody: they are escaped. */
export async function tell(message: string): Promise<void> {
  const { printable } = await import("@authgraph/report");
  process.stderr.write(`authgraph: ${printable(message)}\n`);
}

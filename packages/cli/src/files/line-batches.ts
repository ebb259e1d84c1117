import { StringDecoder } from "node:string_decoder";

/**
 * The lines of a stream, those of each piece together, so that answers flow while more comes in.
 *
 * Only `\n` ends a line (a `\r` before it is blank space to JSON); what follows the last one is a line if it holds anything.
 */
export async function* lineBatches(stream: AsyncIterable<Buffer | string>): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const piece of stream) {
    rest += typeof piece === "string" ? piece : decoder.write(piece);
    if (!rest.includes("\n")) continue;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield lines;
  }
  rest += decoder.end();
  if (rest !== "") yield [rest];
}

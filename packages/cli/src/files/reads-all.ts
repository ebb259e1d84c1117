import { statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";

/**
 * Whether the inputs hold all that a configuration speaks of: the folder it lies in; without one, any folder. A file by
 * itself is a part of something.
 */
export function readsAll(inputs: readonly string[], configurationPath: string | undefined): boolean {
  const wanted = configurationPath === undefined ? undefined : dirname(resolve(configurationPath));
  return inputs.some((input) => {
    if (input === "-") return false;
    const folder = resolve(input);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
    return wanted === undefined || wanted === folder || wanted.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  });
}

const manifestName = /\.(ya?ml|json)$/i;
/** A type at the beginning of a line. */
const type = /^["']?(?:apiVersion|kind)["']?[ \t]*:/m;
const jsonType = /^\{[\s\S]{0,400}?"(?:apiVersion|kind)"\s*:/;
/** What a stream of objects begins with, past comments: a separator, a top-level key, a block of some template. */
const beginning = /^(?:---|["']?(?:apiVersion|kind|metadata|items|spec|data)["']?[ \t]*:|\{\{|\{%|<%)/;
const head = 1 << 16;

/**
 * Whether a text is YAML or JSON that may hold objects: by its name, else because it begins as one. A type further
 * down is not enough, or scripts that write manifests would be taken for some.
 */
export function looksLikeManifests(path: string, text: string): boolean {
  if (manifestName.test(path)) return true;
  if (text.startsWith("#!")) return false;
  const start = text.slice(0, head).replace(/^\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*/, "");
  return jsonType.test(start) || (beginning.test(start) && type.test(start));
}

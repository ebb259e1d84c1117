const manifestName = /\.(ya?ml|json)$/i;
/** A type at the beginning of a line, or in JSON near the start. */
const manifestContent = /^["']?(?:apiVersion|kind)["']?[ \t]*:/m;
const jsonContent = /^\s*\{[\s\S]{0,400}?"(?:apiVersion|kind)"\s*:/;
const head = 1 << 16;

/** Whether a text is YAML or JSON that may hold objects: by its name, else because it begins to look like some. */
export function looksLikeManifests(path: string, text: string): boolean {
  if (manifestName.test(path)) return true;
  const start = text.slice(0, head);
  return manifestContent.test(start) || jsonContent.test(start);
}

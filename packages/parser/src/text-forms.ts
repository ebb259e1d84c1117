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

/** Suffixes of files that something renders; what they hold is said by the suffix before. */
const rendered = /\.(?:j2|jinja2?|tmpl|tpl|gotmpl|template|erb|in|base|ya?ml)$/i;
const extensions = new Set(
  "yaml yml json kyaml manifest kubeconfig conf cnf cfg service env csv pem crt cer csr sh bash".split(" "),
);
/** Files without an extension that are in every repository and never ours. */
const otherNames =
  /^(?:LICEN[CS]E|NOTICE|COPYING|README|AUTHORS|CONTRIBUTORS|CODEOWNERS|OWNERS(?:_ALIASES)?|(?:Make|Docker|Jenkins|Vagrant|Gem|Pip|Proc|Tilt|Rake|Container|Brew)file|GNUmakefile)$/i;

/**
 * Whether a file may hold something for `parse`, by its path alone: what keeps a walk from opening every file of a
 * repository. Files without an extension may be argument files, kubeconfigs, certificates, environment files.
 */
export function isWorthReading(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const plain = name.replace(rendered, "");
  if (plain !== name) return true;
  const dot = name.lastIndexOf(".");
  if (dot > 0) return extensions.has(name.slice(dot + 1).toLowerCase());
  return dot < 0 && !otherNames.test(name);
}

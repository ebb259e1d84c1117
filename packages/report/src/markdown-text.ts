import { printable } from "./printable.ts";

/** Colons of user and group names that start no picture, so that such names can be copied. */
const nameParts = "serviceaccounts?|controller|bootstrappers|nodes?|masters";

/**
 * Shown as nothing, and parts what GitHub and GitLab would join after Markdown was read: a mention of a person, a
 * reference to an issue, a link, a picture for `:name:`.
 */
const parting = "&#8203;";
const joined = new RegExp(`@(?=\\w)|#(?=\\d)|:(?=//)|\\bwww(?=\\.)|:(?!(?:${nameParts}):)(?=[\\w+-]+:)`, "gi");

/** What would be read as markup, by Markdown, as HTML or as mathematics. An underscore inside a word is none. */
const markup = /[&<>\\`*[\]|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;

/**
 * Words of the input as Markdown and the HTML inside it show them unchanged: in a paragraph, the cell of a table, a
 * summary. Never a line of their own, so nothing needs to be done about what only starts a line.
 */
export function markdownText(text: string): string {
  return escaped(text).replace(joined, `$&${parting}`).replaceAll("$", "<span>$</span>");
}

/** The same as code, which can be copied as it is: nothing is joined in there. */
export function markdownCode(text: string): string {
  const code = escaped(text)
    .replaceAll("://", "&#58;//")
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
  return `<code>${code.replaceAll("$", "&#36;")}</code>`;
}

function escaped(text: string): string {
  return printable(text).replace(markup, (character) => `&#${character.charCodeAt(0)};`);
}

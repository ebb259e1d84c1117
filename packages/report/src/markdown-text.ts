import { printable } from "./printable.ts";

/** What would be read as markup, by Markdown or as HTML. An underscore inside a word is none. */
const markup = "[&<>\\\\`*[\\]|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])";

/** Colons of user and group names that start no picture, so that such names can be copied. */
const nameParts = "serviceaccounts?|controller|bootstrappers|nodes?|masters";

/**
 * What GitHub and GitLab join after Markdown was read: a mention of a person, a reference to an issue, a link, a picture
 * for `:name:`.
 */
const joined = `@(?=\\w)|#(?=\\d)|:(?=//)|\\bwww(?=\\.)|:(?!(?:${nameParts}):)(?=[\\w+-]+:)`;

const inText = new RegExp(`${markup}|(${joined})|\\$`, "gi");
const inCode = new RegExp(`${markup}|:(?=//)|(?<=\\bwww)\\.|\\$`, "gi");

/** Shown as nothing. */
const parting = "&#8203;";

/**
 * Words of the input as Markdown and the HTML inside it show them unchanged: in a paragraph, the cell of a table, a
 * summary. Never a line of their own, so nothing needs to be done about what only starts a line.
 */
export function markdownText(text: string): string {
  return printable(text).replace(inText, (found, isJoined: string | undefined) => {
    if (isJoined !== undefined) return found + parting;
    // Between two of them GitHub reads mathematics, however they are written.
    return found === "$" ? "<span>$</span>" : entity(found);
  });
}

/** The same as code, which can be copied as it is: nothing is joined in there. */
export function markdownCode(text: string): string {
  return `<code>${printable(text).replace(inCode, entity)}</code>`;
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

import type { Credential, CsvField, TokenFile, TokenRow } from "@authgraph/kubernetes";
import { readCsv, sha256 } from "@authgraph/kubernetes";
import type { Diagnostic, Located, SourceText } from "@authgraph/source";
import { located, textOrigin } from "@authgraph/source";
import { originOfPlaced, placedBy } from "../placed-text.ts";

/** What a token file gives. */
export interface TokenFileRead {
  readonly credentials: readonly Credential[];
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined: the server does not start with it. */
  readonly configuration: TokenFile | undefined;
}

/**
 * Whether a file that nothing names is a table of static tokens or passwords: rows of at least three columns, and
 * among users and groups a name that only Kubernetes uses, or a file name out of its documentation.
 */
export function looksLikeTokenFile(path: string, text: string): boolean {
  if (!path.endsWith(".csv")) return false;
  const named = /(?:^|\/)(?:known_tokens|tokens?|static[-_]tokens?|token[-_]auth|basic[-_]auth)\.csv$/.test(path);
  // Tables can be long: cut into records only where there is something to find.
  if (!named && !text.includes("system:")) return false;
  const { records, error } = readCsv(text);
  if (error !== undefined || records.length === 0 || records.some(({ fields }) => fields.length < 3)) return false;
  return named || records.some(({ fields }) => /^system:|,system:/.test(`${fields[1]?.value},${fields[3]?.value}`));
}

/**
 * Reads a file of `--token-auth-file`: token, user, uid, "groups" (k8s.io/apiserver
 * pkg/authentication/token/tokenfile/tokenfile.go NewCSV). What makes the server refuse to start is an error, and
 * then there are no credentials. Of tokens digests are kept; no place reaches back to one.
 */
export function readTokenFile(source: SourceText): TokenFileRead {
  const { records, error } = readCsv(source.text);
  if (error !== undefined) {
    const origin = textOrigin(source, error.offset, error.offset);
    return refused(`token file is no CSV, kube-apiserver does not start: ${error.message}`, origin);
  }

  const byToken = new Map<string, TokenRow>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, { fields, end }] of records.entries()) {
    const [token, user, uid, groups] = fields;
    const rest = textOrigin(source, user?.start ?? end, end);
    if (token === undefined || user === undefined || uid === undefined) {
      return refused(
        `token file must have at least 3 columns (token, user name, user uid), found ${fields.length}: kube-apiserver does not start`,
        rest,
      );
    }
    const row = `row ${index + 1}`;
    if (token.value === "") {
      diagnostics.push(passedOver(`${row} has an empty token and is not used`, rest));
      continue;
    }
    if (byToken.delete(token.value)) {
      diagnostics.push(passedOver(`${row} has the token of an earlier row, which is not used`, rest));
    }
    const credential: Credential = {
      form: "token-file-row",
      label: `${row} of ${source.path.slice(source.path.lastIndexOf("/") + 1)}`,
      origin: rest,
      user: located(user.value, fieldOrigin(source, user)),
      groups: groups === undefined ? [] : splitGroups(source, groups),
      notAfter: undefined,
      signerName: undefined,
    };
    byToken.set(token.value, { credential, uid: uid.value, tokenDigest: sha256(token.value) });
  }
  const rows = [...byToken.values()];
  const origin = textOrigin(source, 0, source.text.length);
  return {
    credentials: rows.map(({ credential }) => credential),
    diagnostics,
    configuration: { kind: "TokenFile", origin, rows },
  };
}

function fieldOrigin(source: SourceText, field: CsvField): ReturnType<typeof originOfPlaced> {
  return originOfPlaced(placedBy(source, field.value, field.offsets));
}

/** Split at commas, nothing trimmed; an empty column is one group with an empty name. */
function splitGroups(source: SourceText, column: CsvField): readonly Located<string>[] {
  const placed = placedBy(source, column.value, column.offsets);
  let start = 0;
  return column.value.split(",").map((group) => {
    const from = start;
    start += group.length + 1;
    return located(group, originOfPlaced(placed, from, from + group.length));
  });
}

function refused(message: string, origin: Diagnostic["origin"]): TokenFileRead {
  return {
    credentials: [],
    diagnostics: [{ id: "token-file-refused", level: "error", message, origin }],
    configuration: undefined,
  };
}

function passedOver(message: string, origin: Diagnostic["origin"]): Diagnostic {
  return { id: "token-file-row", level: "warning", message, origin };
}

/** Why a text is no valid name of some form, in the API server's words; empty where it is one. */
export type NameCheck = (name: string) => readonly string[];

const none: readonly string[] = [];

/** Whether a text takes more bytes than so many; a unit takes three at most. */
function isLonger(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && Buffer.byteLength(text) > bytes;
}

/** apimachinery pkg/api/validation/path/name.go: IsValidPathSegmentName. RBAC objects may be called anything else. */
export function pathSegmentProblems(name: string): readonly string[] {
  if (name === "." || name === "..") return [`may not be '${name}'`];
  if (!name.includes("/") && !name.includes("%")) return none;
  return ["/", "%"].filter((illegal) => name.includes(illegal)).map((illegal) => `may not contain '${illegal}'`);
}

const label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const labelForm = new RegExp(`^${label}$`);
const subdomainForm = new RegExp(`^${label}(\\.${label})*$`);

/** apimachinery pkg/util/validation/validation.go: IsDNS1123Subdomain. */
export function subdomainProblems(name: string): readonly string[] {
  const isLong = isLonger(name, 253);
  const isFormed = subdomainForm.test(name);
  if (isFormed && !isLong) return none;
  const problems: string[] = [];
  if (isLong) problems.push("must be no more than 253 characters");
  if (!isFormed) {
    problems.push(
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    );
  }
  return problems;
}

/** apimachinery pkg/util/validation/validation.go: IsDNS1123Label, the form of namespaces. */
export function labelNameProblems(name: string): readonly string[] {
  const isLong = isLonger(name, 63);
  const isFormed = labelForm.test(name);
  if (isFormed && !isLong) return none;
  const problems: string[] = [];
  if (isLong) problems.push("must be no more than 63 characters");
  if (!isFormed) {
    problems.push(
      subdomainForm.test(name)
        ? "must not contain dots"
        : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    );
  }
  return problems;
}

const qualifiedName = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const qualifiedNameRule =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

/** Label keys that are surely within all bounds. */
const everydayKey =
  /^(?:[a-z0-9](?:[-a-z0-9]{0,40}[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]{0,40}[a-z0-9])?){0,4}\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** Keys of labels and annotations, finalizers (apimachinery pkg/api/validate/content: IsLabelKey). */
export function labelKeyProblems(key: string): readonly string[] {
  if (everydayKey.test(key)) return none;
  const parts = key.split("/");
  const problems: string[] = [];
  const name = parts[parts.length - 1] ?? "";
  if (parts.length > 2) {
    return [
      `a valid label key ${qualifiedNameRule} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  if (parts.length === 2) {
    const prefix = parts[0] ?? "";
    if (prefix === "") problems.push("prefix part must be non-empty");
    else problems.push(...subdomainProblems(prefix).map((problem) => `prefix part ${problem}`));
  }
  if (name === "") problems.push("name part must be non-empty");
  else if (Buffer.byteLength(name) > 63) problems.push("name part must be no more than 63 bytes");
  if (!qualifiedName.test(name)) problems.push(`name part ${qualifiedNameRule}`);
  return problems;
}

/** apimachinery pkg/api/validate/content: IsLabelValue. */
export function labelValueProblems(value: string): readonly string[] {
  const isLong = isLonger(value, 63);
  const isFormed = value === "" || qualifiedName.test(value);
  if (isFormed && !isLong) return none;
  const problems: string[] = [];
  if (isLong) problems.push("must be no more than 63 bytes");
  if (!isFormed) {
    problems.push(
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    );
  }
  return problems;
}

/** apimachinery pkg/api/validation/objectmeta.go: ValidateFinalizerName, with core's list of standard names. */
export function finalizerProblems(name: string): readonly string[] {
  const problems = labelKeyProblems(name);
  if (problems.length > 0 || name.includes("/")) return problems;
  return ["kubernetes", "orphan", "foregroundDeletion"].includes(name)
    ? []
    : ["name is neither a standard finalizer name nor is it fully qualified"];
}

/** A `generateName` may end in a dash, for a name will follow (maskTrailingDash). */
export function asPrefix(check: NameCheck): NameCheck {
  return (prefix) => check(/.-$/.test(prefix) ? `${prefix.slice(0, -2)}a` : prefix);
}

import type { HttpHeader } from "@authgraph/kubernetes";

/** Every value of a header, in the order sent; names are compared without regard to case. */
export function headerValues(headers: readonly HttpHeader[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.flatMap((header) => (header.name.toLowerCase() === wanted ? [headerValue(header)] : []));
}

/** Without the blanks around it, as Go reads it (net/textproto: ReadMIMEHeader). */
export function headerValue({ value }: HttpHeader): string {
  return value.replace(/^[ \t]+|[ \t]+$/g, "");
}

/** The media type of a body, without parameters; `""` where the request does not say. */
export function contentType(headers: readonly HttpHeader[]): string {
  const [value = ""] = headerValues(headers, "Content-Type");
  return (value.split(";")[0] ?? "").trim().toLowerCase();
}

import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** Says what is wrong with a value, one line each; nothing if it is as the schema wants it. */
export type SchemaCheck = (value: unknown) => readonly string[];

/**
 * A JSON Schema (2020-12) as a function.
 *
 * `strict` also refuses schemas that ajv finds doubtful: on for ours, off for those of others.
 */
export function schemaCheck(schema: object, options: { readonly strict: boolean } = { strict: true }): SchemaCheck {
  const ajv = new Ajv2020({ allErrors: true, strict: options.strict });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message = "", params }) =>
          [instancePath || "/", message, JSON.stringify(params)].join(" "),
        );
}

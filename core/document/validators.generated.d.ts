// Generated from schemas/v1 by `npm run generate`. Do not edit.

import type { DocumentByKind } from "../../schemas/documents.generated.ts";

/** One violation of a schema, as ajv states it. */
export interface SchemaViolation {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the keyword: its description, properties and so on. */
  readonly parentSchema: Readonly<Record<string, unknown>>;
  /** The value that was refused. */
  readonly data: unknown;
}
interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaViolation[] | null;
}
export const validators: { readonly [Kind in keyof DocumentByKind]: Validator };

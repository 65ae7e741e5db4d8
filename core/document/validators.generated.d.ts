// Generated from schemas/v1 by `npm run generate`. Do not edit.

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
export const journey: Validator;
export const plan: Validator;
export const sla: Validator;
export const tactics: Validator;
export const targets: Validator;

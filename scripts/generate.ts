/**
 * Writes everything that is derived: document types and precompiled validators from the schemas, the list of rules
 * from the registry.
 * `npm run generate` writes; a test compares the committed files with what this prints.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";
import { catalogue } from "../report/formats/catalogue.ts";
import { rulesReport } from "../report/formats/rules.ts";
import { toMarkdown } from "../report/markdown.ts";

/* oxlint-disable typescript/no-unsafe-type-assertion -- ajv's CommonJS exports and JSON.parse give values without types. */

const root = fileURLToPath(new URL("../", import.meta.url));
const schemaFolder = `${root}schemas/v1/`;
const banner = "// Generated from schemas/v1 by `npm run generate`. Do not edit.\n";

/** The document kinds of schema version 1: the files of a plan folder, in the order they are read. */
export async function documentKinds(): Promise<readonly string[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".json"));
  return names
    .map((name) => name.replace(/\.json$/, ""))
    .filter((name) => name !== "common")
    .toSorted();
}

async function readSchema(kind: string): Promise<AnySchemaObject> {
  return JSON.parse(await readFile(`${schemaFolder}${kind}.json`, "utf8")) as AnySchemaObject;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True for an alternative that only names required keys: it constrains, but has no type of its own. */
const onlyRequires = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).every((key) => key === "required");

/**
 * The schema as a type generator needs it: scalar references inlined without their titles (so that
 * an id is a `string`, not `Id17`), object references pointing into one `$defs`, examples dropped.
 */
function typeSchema(schema: unknown, common: Json): unknown {
  if (Array.isArray(schema)) return schema.map((each) => typeSchema(each, common));
  if (!isObject(schema)) return schema;
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const name = reference.replace(/^.*#\/\$defs\//, "");
    const target = common[name];
    if (!isObject(target)) throw new Error(`unknown reference ${reference}`);
    const scalar =
      target["type"] !== "object" && target["oneOf"] === undefined && target["type"] !== "array";
    if (!scalar) return { $ref: `#/$defs/${name}` };
    const { title: _title, ...rest } = target;
    return typeSchema(
      { ...rest, ...("description" in schema ? { description: schema["description"] } : {}) },
      common,
    );
  }
  const entries = Object.entries(schema).filter(
    ([key, value]) =>
      !["examples", "$schema", "$defs", "pattern", "propertyNames", "default"].includes(key) &&
      !((key === "oneOf" || key === "anyOf") && Array.isArray(value) && value.every(onlyRequires)),
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === "properties" && isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([name, each]) => [name, typeSchema(each, common)]),
          )
        : typeSchema(value, common),
    ]),
  );
}

/** TypeScript types of every document, one interface per titled definition. */
export async function documentTypes(): Promise<string> {
  const kinds = await documentKinds();
  const schemas = await Promise.all([...kinds, "common"].map(readSchema));
  const definitions: Record<string, unknown> = {};
  for (const schema of schemas) {
    for (const [name, definition] of Object.entries((schema["$defs"] ?? {}) as Json)) {
      if (definitions[name] !== undefined) throw new Error(`two schemas define "${name}"`);
      definitions[name] = definition;
    }
  }
  const whole = {
    title: "DocumentByKind",
    description: "Every kind of document and its type.",
    type: "object" as const,
    properties: Object.fromEntries(
      kinds.map((kind, index) => [kind, typeSchema(schemas[index], definitions)]),
    ),
    required: [...kinds],
    additionalProperties: false,
    $defs: Object.fromEntries(
      Object.entries(definitions).map(([name, each]) => [name, typeSchema(each, definitions)]),
    ),
  };
  return await compile(whole as Parameters<typeof compile>[0], "DocumentByKind", {
    bannerComment: banner,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
    additionalProperties: false,
    style: { printWidth: 100 },
  });
}

/** One ESM file with a validator function per document kind, ajv's run time bundled in. */
export async function documentValidators(): Promise<string> {
  const kinds = await documentKinds();
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    ownProperties: true,
    messages: false,
    verbose: true,
    // A definition is a function of its own: the file is a third as long, and so read and started sooner.
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  (addFormats as unknown as (target: Ajv2020, formats: readonly string[]) => void)(ajv, ["date"]);
  ajv.addSchema(await readSchema("common"), "common.json");
  for (const kind of kinds) ajv.addSchema(await readSchema(kind), `${kind}.json`);
  const names = Object.fromEntries(
    kinds.map((kind) => [kind.replaceAll("-", "_"), `${kind}.json`]),
  );
  const source = (standalone as unknown as (ajv: Ajv2020, refs: Record<string, string>) => string)(
    ajv,
    names,
  );
  const bundled = await build({
    stdin: { contents: `${linear(source)}\n${byKind(kinds)}`, resolveDir: root, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    write: false,
    minify: true,
    legalComments: "none",
  });
  return `${banner}// @ts-nocheck\n${bundled.outputFiles[0]?.text ?? ""}`;
}

/** All validators under the names of their kinds. */
function byKind(kinds: readonly string[]): string {
  const entries = kinds.map((kind) => `"${kind}": ${kind.replaceAll("-", "_")}`);
  return `export const validators = { ${entries.join(", ")} };`;
}

/**
 * ajv joins the violations of every list item to a new list, which is quadratic: a list of 60,000 wrong items takes
 * minutes. The same list is extended in place instead.
 */
function linear(source: string): string {
  const join = /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/g;
  if (!join.test(source))
    throw new Error("ajv writes its validators differently now; see linear()");
  const extend =
    "function extend(all, more) { for (const each of more) all.push(each); return all; }";
  return `${source.replaceAll(join, "vErrors = vErrors === null ? $1.errors : extend(vErrors, $1.errors);")}\n${extend}`;
}

/** Type declarations of {@link documentValidators}. */
export function validatorTypes(): string {
  return `${banner}
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
`;
}

/** The list of rules, as `jointplan rules --format markdown` prints it. */
export function rulesPage(): string {
  return `<!-- Generated from the registry of rules by \`npm run generate\`. Do not edit. -->\n\n${toMarkdown(rulesReport(catalogue))}`;
}

/** Path (from the root) and content of every generated file. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ["schemas/documents.generated.ts", await documentTypes()],
    ["core/document/validators.generated.js", await documentValidators()],
    ["core/document/validators.generated.d.ts", validatorTypes()],
    ["docs/rules.md", rulesPage()],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of await generatedFiles()) {
    await writeFile(`${root}${path}`, content);
    console.log(`${path}  ${content.length} characters`);
  }
}

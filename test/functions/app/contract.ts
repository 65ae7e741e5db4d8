import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { openapiDocument } from "../../../functions/openapi/document.ts";
import { routes } from "../../../functions/routes/index.ts";

interface Operation {
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly headers?: object;
        readonly content?: Readonly<Record<string, { readonly schema: object }>>;
      }
    >
  >;
}

/** The description of the API as it is served. */
export const described = openapiDocument(routes, "0.0.0") as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

const ajv = new Ajv2020({ strict: false, allErrors: true, ownProperties: true });
(addFormats as unknown as (target: Ajv2020) => void)(ajv);
ajv.addSchema({ ...described, $id: "openapi.json" });

const compiled = new Map<string, ValidateFunction>();

function validatorOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/', '"openapi.json#/');
  const known = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
  compiled.set(text, known);
  return known;
}

const problemSchema = { $ref: "#/components/schemas/problem" };

function operationOf(path: string, method: string): Operation | undefined {
  const template = Object.keys(described.paths).find((each) =>
    new RegExp(`^${each.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  const asked = method === "HEAD" ? "get" : method.toLowerCase();
  return template === undefined ? undefined : described.paths[template]?.[asked];
}

/**
 * Fails unless the response is one that the API's description promises for this address: status, media type, headers, body.
 * Where no operation answers, it must be a problem.
 */
export async function expectContract(
  response: Response,
  path: string,
  method: string,
): Promise<void> {
  const fail = (why: string): never => {
    throw new Error(`${method} ${path} → ${response.status}: ${why}`);
  };
  const copy = response.clone();
  const type = (copy.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const encoded = path.split("?")[0] ?? "";
  const known = /%(?![0-9a-f]{2})|%[f][f]/i.test(encoded)
    ? encoded
    : encoded.replaceAll("%61", "a");
  const operation = operationOf(known, method);
  const promised = operation?.responses[String(copy.status)];
  for (const header of [
    "request-id",
    "x-content-type-options",
    "referrer-policy",
    "content-security-policy",
  ])
    if (!copy.headers.has(header)) fail(`header ${header} is missing`);
  if (!copy.ok && copy.status !== 304 && type !== "application/problem+json")
    fail(`media type ${type}`);
  if (operation === undefined && (copy.ok || copy.status === 304)) fail("no operation promises it");
  if (operation !== undefined && promised === undefined && ![403, 421].includes(copy.status))
    fail("the status is not promised");
  const text = await copy.text();
  if (copy.status === 304 || method === "HEAD") {
    if (text !== "") fail("there is a body");
    return;
  }
  const schema = promised?.content?.[type]?.schema ?? problemSchema;
  if (promised !== undefined && promised.content?.[type] === undefined)
    fail(`media type ${type} is not promised`);
  if (type === "text/html") return;
  const validate = validatorOf(schema);
  if (!validate(JSON.parse(text))) fail(ajv.errorsText(validate.errors).slice(0, 2000));
}

import { err, ok, type Result } from "../core/result.ts";
import type { Problem, RequestError } from "./problem.ts";
import type { QueryParameter } from "./routes/route.ts";

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The problem of an address whose path has a `%` that is no encoding of UTF-8; undefined when it is well encoded. */
export function refusePath(url: string): Problem | undefined {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
  if (isEncoded(path)) return undefined;
  return {
    problem: "bad-path",
    detail: "A percent sign in the path does not start an encoded UTF-8 character.",
    help: 'Write "%25" for a percent sign.',
  };
}

function refuse(errors: readonly RequestError[], taken: readonly QueryParameter[]): Problem {
  const names = taken.map((each) => each.name).join(", ");
  return {
    problem: "bad-query",
    detail: errors.map((each) => `${each.parameter ?? "The query"} ${each.detail}.`).join(" "),
    help:
      names === ""
        ? "This address takes no query parameter."
        : `This address takes ${names}, each once.`,
    errors,
  };
}

/** The query parameters of an address: each one known, given once and of an accepted value, or what is wrong with them. */
export function readQuery(
  url: string,
  taken: readonly QueryParameter[],
): Result<ReadonlyMap<string, string>, Problem> {
  const start = url.indexOf("?");
  const text = start < 0 ? "" : url.slice(start + 1).replace(/#.*$/s, "");
  if (!isEncoded(text.replaceAll("+", " ")))
    return err(refuse([{ detail: "is not well percent-encoded" }], taken));
  const read = new Map<string, string>();
  const errors: RequestError[] = [];
  for (const [name, value] of new URLSearchParams(text)) {
    const parameter = JSON.stringify(name).slice(1, -1).slice(0, 100);
    const known = taken.find((each) => each.name === name);
    if (known === undefined)
      errors.push({ parameter, detail: "is not a parameter of this address" });
    else if (read.has(name)) errors.push({ parameter, detail: "is given more than once" });
    else if (!known.accepts(value))
      errors.push({ parameter, detail: "has a value that is not taken" });
    read.set(name, value);
    if (errors.length === 20) break;
  }
  return errors.length > 0 ? err(refuse(errors, taken)) : ok(read);
}

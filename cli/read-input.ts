import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { parse } from "../core/document/index.ts";
import type { Pointer } from "../core/finding.ts";
import type { Result } from "../core/result.ts";
import { UsageError } from "./command.ts";

/** What a file that a call names is expected to hold. */
export interface ExpectedInput<Value> {
  /** As in `an overlay`. */
  readonly thing: string;
  /** As in `is no overlay`. */
  readonly isNone: string;
  /** As in `values`. */
  readonly holds: string;
  readonly mostBytes: number;
  readonly read: (
    value: unknown,
  ) => Result<Value, { readonly pointer: Pointer; readonly detail: string }>;
  /** A small one, as it is written. */
  readonly example: string;
}

/**
 * What a JSON file says that a call names, beside the plan.
 *
 * @throws UsageError with line and column for a file that is missing, too large, no JSON, or not what is expected.
 */
export async function readInput<Value>(
  path: string,
  root: string,
  expected: ExpectedInput<Value>,
): Promise<Value> {
  const { isNone, read, example } = expected;
  const parsed = parse(path, await readBytes(path, root, expected));
  if (!parsed.ok) {
    const [first] = parsed.error;
    const start = first?.range?.start;
    throw new UsageError(
      `${path}${start === undefined ? "" : `:${start.line}:${start.column}`} ${isNone}: ${first?.message ?? "it is no JSON."} ${first?.help ?? ""}`.trim(),
    );
  }
  const value = read(parsed.value.value);
  if (value.ok) return value.value;
  const { pointer, detail } = value.error;
  const { start } = parsed.value.nearestRange(pointer);
  throw new UsageError(
    `${path}:${start.line}:${start.column} ${isNone}: ${pointer === "" ? "it" : pointer} ${detail}. Write a list such as ${example}.`,
  );
}

async function readBytes<Value>(
  path: string,
  root: string,
  { thing, holds, mostBytes }: ExpectedInput<Value>,
): Promise<Uint8Array> {
  try {
    const opened = await open(resolve(root, path), "r");
    try {
      const { size } = await opened.stat();
      if (size > mostBytes) {
        throw new UsageError(
          `${JSON.stringify(path)} has ${size} bytes; ${thing} has at most ${mostBytes}.`,
        );
      }
      return new Uint8Array(await opened.readFile());
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${JSON.stringify(path)} cannot be read. Name a file with ${holds}.`, {
      cause: error,
    });
  }
}

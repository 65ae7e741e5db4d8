/** Lines stay within this many UTF-16 code units where they can. */
const width = 100;
/** An object with more properties than this is a list to read downwards. */
const sideBySide = 6;

type Members = readonly (readonly [key: string | undefined, value: unknown])[];

const isContainer = (value: unknown): value is object =>
  typeof value === "object" && value !== null;

/** A container's entries with their keys already printed; properties without a value are left out. */
function membersOf(value: object): Members {
  if (Array.isArray(value)) return value.map((item: unknown) => [undefined, item] as const);
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]: [string, unknown]) => [`${JSON.stringify(key)}: `, item] as const);
}

function printScalar(value: unknown): string {
  const finite = typeof value !== "number" || Number.isFinite(value);
  if (
    value === null ||
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && finite)
  ) {
    return JSON.stringify(value);
  }
  throw new Error(`unreachable: ${typeof value} is not a JSON value`);
}

/**
 * The value on one line of at most `room` code units, or `undefined` when it must be spread.
 *
 * One line is for what is read at a glance: scalars, and containers at most two deep with at most six properties each.
 * A list of objects is always spread, one item below the other, so that a review sees items come and go.
 */
function printInline(value: unknown, room: number, depth = 2): string | undefined {
  if (!isContainer(value)) return printScalar(value);
  const members = membersOf(value);
  const isList = Array.isArray(value);
  if (members.length === 0) return isList ? "[]" : "{}";
  if (depth === 0 || (!isList && members.length > sideBySide)) return undefined;
  const parts: string[] = [];
  let length = isList ? 2 : 4;
  for (const [key = "", member] of members) {
    if (isList && isContainer(member) && !Array.isArray(member)) return undefined;
    const text = printInline(member, room, depth - 1);
    if (text === undefined) return undefined;
    length += key.length + text.length + (parts.length === 0 ? 0 : 2);
    if (length > room) return undefined;
    parts.push(key + text);
  }
  const body = parts.join(", ");
  return isList ? `[${body}]` : `{ ${body} }`;
}

/** A long list of numbers in as few lines as fit. */
function fill(numbers: readonly unknown[], indent: string): string {
  const lines: string[] = [];
  for (const [index, number] of numbers.entries()) {
    const part = printScalar(number) + (index === numbers.length - 1 ? "" : ",");
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + part.length <= width)
      lines[lines.length - 1] = `${line} ${part}`;
    else lines.push(indent + part);
  }
  return lines.join("\n");
}

/** `used` is how much of the value's first line is taken: indentation, key, and the comma after it. */
function printAt(value: unknown, indent: string, used: number): string {
  const isRootObject = indent === "" && isContainer(value);
  const inline =
    isRootObject && membersOf(value).length > 0 ? undefined : printInline(value, width - used);
  if (inline !== undefined) return inline;
  if (!isContainer(value)) return printScalar(value);
  const inner = `${indent}  `;
  const isNumbers = Array.isArray(value) && value.every((item) => typeof item === "number");
  const body = isNumbers
    ? fill(value, inner)
    : membersOf(value)
        .map(
          ([key = "", member]) =>
            inner + key + printAt(member, inner, inner.length + key.length + 1),
        )
        .join(",\n");
  return Array.isArray(value) ? `[\n${body}\n${indent}]` : `{\n${body}\n${indent}}`;
}

/**
 * The canonical text of a JSON value: two spaces of indentation, properties in their order, a line feed at the end.
 *
 * What is read at a glance stands on one line of at most 100 columns; the top level never does. Numbers are written as
 * `String(number)` (`24000.00` becomes `24000`, the same number), strings as `JSON.stringify` does.
 * `parse(print(v)).value` equals `v` for every `v` that {@link parse} can give, so printing twice changes nothing.
 * JavaScript moves keys that are whole numbers ("2026") before the others. Properties that are `undefined` are left out.
 *
 * @throws Error for what is not JSON (functions, NaN, bigint): a bug of the caller.
 */
export function print(value: unknown): string {
  return `${printAt(value, "", 0)}\n`;
}

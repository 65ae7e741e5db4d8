import { parseArgs } from "node:util";
import { suggest } from "../core/document/index.ts";
import { type Command, type Option, UsageError } from "./command.ts";

/** The formats that every report can be printed in. */
const everyFormat = ["text", "json", "markdown", "html"] as const;

/** Every format there is. */
export const formats = [...everyFormat, "csv", "sarif", "junit", "github"] as const;

/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** What a command prints beside {@link everyFormat}: `csv` when its report has tables, the others when it has findings. */
const moreFormats: Readonly<Record<string, readonly Format[]>> = {
  check: ["csv", "sarif", "junit", "github"],
  funnel: ["csv"],
  forecast: ["csv"],
  sensitivity: ["csv"],
  "what-if": ["csv"],
  compare: ["csv"],
  impact: ["csv"],
  show: ["csv"],
  history: ["csv"],
  rules: ["csv"],
  schema: ["csv"],
};

/**
 * Refuses a format that a command cannot give, before the command does anything.
 *
 * @throws UsageError naming those that it can give.
 */
function requireFormat(command: string, value: OptionValue): void {
  if (typeof value !== "string") return;
  const known: readonly string[] = [...everyFormat, ...(moreFormats[command] ?? [])];
  if (known.includes(value)) return;
  if (formats.some((format) => format === value)) {
    throw new UsageError(
      `jointplan ${command} cannot print ${value}. Its --format may be: ${known.join(", ")}.`,
    );
  }
  const meant = suggest(value, known);
  throw new UsageError(
    `--format is ${JSON.stringify(value)}.${meant === undefined ? "" : ` Did you mean ${meant}?`} It may be: ${everyFormat.join(", ")}.`,
  );
}

/** From which severity on a command ends with 1. */
export const failLevels = ["error", "warning", "info", "never"] as const;

/** One of {@link failLevels}. */
export type FailLevel = (typeof failLevels)[number];

/** Options that behave alike in every command. */
export const commonOptions: readonly Option[] = [
  {
    name: "format",
    value: "FORMAT",
    says: "text (default), json, markdown, html; tables as csv; check also as sarif, junit, github",
  },
  { name: "output", value: "FILE", says: "write the report to FILE instead of stdout" },
  {
    name: "fail-on",
    value: "LEVEL",
    says: `end with 1 from this severity on: ${failLevels.join(", ")} (default: error)`,
  },
  {
    name: "as-of",
    value: "DATE",
    says: "judge ages and deadlines on this day, as 2027-01-31 (default: today)",
  },
  { name: "no-color", says: "print without colours, as NO_COLOR does" },
  { name: "help", says: "show this help" },
];

/** What stands behind an option: a word, a switch, several words, or nothing. */
export type OptionValue = string | boolean | readonly string[] | undefined;

/** The words of a call, split into arguments and options. */
export interface Words {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, OptionValue>>;
}

/**
 * Reads a command's words strictly: an option that the command does not know is refused with "did you mean".
 *
 * @throws UsageError naming the word and the way out.
 */
export function readWords(command: Command, words: readonly string[]): Words {
  const read = parseWords(command, words);
  if (read.options["help"] !== true) requireFormat(command.name, read.options["format"]);
  return read;
}

function parseWords(command: Command, words: readonly string[]): Words {
  const all = [...command.options, ...commonOptions];
  try {
    const parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        all.map((option) => [
          option.name,
          {
            type: option.value === undefined ? ("boolean" as const) : ("string" as const),
            ...(option.repeated === true ? { multiple: true } : {}),
            ...(option.name === "help" ? { short: "h" } : {}),
          },
        ]),
      ),
    });
    const options: Record<string, OptionValue> = {};
    for (const [name, value] of Object.entries(parsed.values)) {
      options[name] = Array.isArray(value) ? value.map(String) : value;
    }
    return { arguments: parsed.positionals, options };
  } catch (error) {
    throw new UsageError(explain(error, all, command.name), { cause: error });
  }
}

function explain(error: unknown, options: readonly Option[], command: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, dashes = "", unknown] = /Unknown option '(--?)([^']+)'/.exec(message) ?? [];
  if (unknown !== undefined) {
    const meant = suggest(
      unknown,
      options.map((option) => option.name),
    );
    return `jointplan ${command} has no option ${dashes}${unknown}.${meant === undefined ? "" : ` Did you mean --${meant}?`} Run "jointplan ${command} --help".`;
  }
  const missing = /Option '--([\w-]+)(?: <value>)?' argument (?:missing|is ambiguous)/.exec(
    message,
  )?.[1];
  if (missing !== undefined) {
    const option = options.find((each) => each.name === missing);
    return `--${missing} needs a value: --${missing} ${option?.value ?? "VALUE"}.`;
  }
  const without = /Option '(?:-\w, )?(--[\w-]+)' does not take an argument/.exec(message)?.[1];
  if (without !== undefined) return `${without} takes no value.`;
  return message.split("\n")[0] ?? message;
}

/**
 * The value of an option that takes one word of a list.
 *
 * @throws UsageError naming the word and the list.
 */
export function oneOf<Word extends string>(
  name: string,
  value: OptionValue,
  words: readonly Word[],
  fallback: Word,
): Word {
  if (value === undefined) return fallback;
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const meant = typeof value === "string" ? suggest(value, words) : undefined;
  throw new UsageError(
    `--${name} is ${JSON.stringify(value)}.${meant === undefined ? "" : ` Did you mean ${meant}?`} It may be: ${words.join(", ")}.`,
  );
}

import type { Command, Option } from "./command.ts";
import { commonOptions } from "./options.ts";

const indent = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
};

const optionRow = (option: Option): readonly [string, string] => [
  `--${option.name}${option.value === undefined ? "" : ` ${option.value}`}`,
  option.says,
];

/** What jointplan is and which commands it has. */
export function overview(commands: readonly Command[], version: string): string {
  return `jointplan ${version}: the one plan that sales and marketing agree on, kept as code.

Usage: jointplan COMMAND [FOLDER …] [OPTION …]

Commands:
${indent(commands.map((command) => [command.name, command.summary]))}

Examples:
  jointplan check                          check every plan in plans/
  jointplan funnel plans/acme-2027         how many prospects at each stage, month by month
  jointplan serve                          look at the plan in a browser

"jointplan COMMAND --help" says more about a command.
Ends with 0 when all is well, 1 with findings, 2 for a wrong call, 3 when something must happen first,
4 when another system fails.
`;
}

/** How one command is used. */
export function helpOf(command: Command): string {
  const options = [...command.options, ...commonOptions];
  return `jointplan ${command.name}: ${command.summary}

Usage: jointplan ${command.name}${command.usage === "" ? "" : ` ${command.usage}`} [OPTION …]

Options:
${indent(options.map(optionRow))}

Examples:
${command.examples.map((example) => `  ${example}`).join("\n")}
`;
}

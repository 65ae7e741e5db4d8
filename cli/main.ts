import { suggest } from "../core/document/index.ts";
import { visible } from "../report/visible.ts";
import { asOfDay } from "./as-of.ts";
import { type ExitCode, exitCode, type Shell, UsageError } from "./command.ts";
import { commandNames, loadCommand, loadCommands } from "./commands.ts";
import { helpOf, overview } from "./help.ts";
import { failLevels, formats, oneOf, readWords } from "./options.ts";
import { deliver } from "./print.ts";
import { version } from "./version.ts";

/**
 * Runs one call of the command line.
 *
 * @param words What follows `jointplan`.
 * @returns The exit code; the one place that decides it.
 */
export async function main(words: readonly string[], shell: Shell): Promise<ExitCode> {
  try {
    return await run(words, shell);
  } catch (error) {
    const help =
      error instanceof Error && "help" in error && typeof error.help === "string"
        ? ` ${error.help}`
        : "";
    const said = `${error instanceof Error ? error.message : String(error)}${help}`;
    shell.note(`jointplan: ${said.split("\n").map(visible).join("\n")}`);
    if (error instanceof UsageError) return exitCode.usage;
    // A refusal that names its way out, such as history that is cut off, must be followed first.
    if (help !== "") return exitCode.precondition;
    if (shell.environment["JOINTPLAN_DEBUG"] !== undefined && error instanceof Error) {
      shell.note(error.stack ?? "");
    } else shell.note("Set JOINTPLAN_DEBUG=1 to see where it happened.");
    return exitCode.usage;
  }
}

async function run(words: readonly string[], shell: Shell): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const about = rest[0] === undefined ? undefined : await loadCommand(rest[0]);
    shell.out(about === undefined ? overview(await loadCommands(), version) : helpOf(about));
    return name === undefined ? exitCode.usage : exitCode.ok;
  }
  if (name === "--version" || name === "-v") {
    shell.out(`${version}\n`);
    return exitCode.ok;
  }
  if (name.startsWith("-")) {
    throw new UsageError(
      `${JSON.stringify(name)} stands before the command; options follow it, as in "jointplan check --format json".`,
    );
  }
  const command = await loadCommand(name);
  if (command === undefined) {
    const meant = suggest(name, commandNames);
    throw new UsageError(
      `There is no command "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`} Run "jointplan --help".`,
    );
  }
  const { arguments: positional, options } = readWords(command, rest);
  if (options["help"] === true) {
    shell.out(helpOf(command));
    return exitCode.ok;
  }
  const format = oneOf("format", options["format"], formats, "text");
  oneOf("fail-on", options["fail-on"], failLevels, "error");
  const output = options["output"];
  const colour = shell.colour && options["no-color"] !== true;
  const answer = await command.run({
    shell: { ...shell, colour },
    arguments: positional,
    options,
    asOf: asOfDay(options["as-of"], shell.now()),
  });
  if (typeof answer === "number") return answer;
  await deliver(answer, format, typeof output === "string" ? output : undefined, {
    ...shell,
    colour,
  });
  return answer.code;
}

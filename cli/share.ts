import { type Call, UsageError } from "./command.ts";

/**
 * The share from 0.5 to 0.99 that an option gives, or undefined when it is not given.
 *
 * @throws UsageError for anything else.
 */
export function shareOption(call: Call, name: string): number | undefined {
  const given = call.options[name];
  if (given === undefined) return undefined;
  if (typeof given !== "string" || !/^0?\.[5-9]\d?$/.test(given)) {
    throw new UsageError(
      `--${name} is ${JSON.stringify(given)}; write a share from 0.5 to 0.99, such as 0.8 for 80 %.`,
    );
  }
  return Number(given);
}

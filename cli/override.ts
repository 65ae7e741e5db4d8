import { accountName } from "../core/account-name.ts";
import { type Call, UsageError } from "./command.ts";
import { reasonOf } from "./published-plan.ts";

/** Somebody who decides against the rules, and why. */
export interface AskedOverride {
  /** Account name, in lower case and without `@`. */
  readonly by: string;
  readonly reason: string;
}

/**
 * Who decides against the rules, by `--override` and `--reason`; undefined where nobody does.
 *
 * @throws UsageError for one without the other, or one that says nothing.
 */
export function overrideOf(call: Call): AskedOverride | undefined {
  const { override, reason } = call.options;
  if (override === undefined && reason === undefined) return undefined;
  if (typeof override !== "string" || override.trim() === "" || reason === undefined) {
    throw new UsageError(
      'Deciding against the rules takes a name and a reason: --override NAME --reason "TEXT".',
    );
  }
  return { by: accountName(override.trim()), reason: reasonOf(call, "the board decided") };
}

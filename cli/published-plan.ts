import { basename } from "node:path";
import type { CalendarDate } from "../core/calendar-date.ts";
import { suggest } from "../core/document/index.ts";
import type { LocalStore } from "../functions/local/store.ts";
import { asOfDay } from "./as-of.ts";
import { type Call, UsageError } from "./command.ts";

/**
 * Works on the published plan that a call names; on the only one when it names none.
 *
 * @throws UsageError when nothing is published, the plan is unknown, or it must be named.
 */
export async function onPublishedPlan<Outcome>(
  call: Call,
  work: (store: LocalStore, plan: string) => Promise<Outcome>,
): Promise<Outcome> {
  const { openStore, storePath } = await import("../functions/local/store.ts");
  const { existsSync } = await import("node:fs");
  const path = `${call.shell.root}/${storePath}`;
  // Asking must not leave an empty store behind.
  if (!existsSync(path)) throw new UsageError(nothingPublished);
  const store = openStore(path);
  try {
    const plans = (await store.plans.plans()).map(({ plan }) => plan);
    return await work(store, chosen(call.arguments, plans));
  } finally {
    store.close();
  }
}

const nothingPublished = 'Nothing is published here yet. Run "jointplan publish".';

function chosen(given: readonly string[], plans: readonly string[]): string {
  const [first, ...more] = given.map((each) => basename(each));
  if (more.length > 0) {
    throw new UsageError(`Name one plan; there are ${given.length}: ${given.join(", ")}.`);
  }
  const [only, ...others] = plans;
  if (only === undefined) throw new UsageError(nothingPublished);
  if (first === undefined) {
    if (others.length === 0) return only;
    throw new UsageError(`Several plans are published here. Name one of: ${plans.join(", ")}.`);
  }
  if (plans.includes(first)) return first;
  throw new UsageError(unknownPlan(first, plans));
}

/** What is said of a plan that is not published. */
export function unknownPlan(plan: string, plans: readonly string[]): string {
  if (plans.length === 0) return nothingPublished;
  const meant = suggest(plan, plans);
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  return `No plan ${JSON.stringify(plan)} is published here.${hint} There is: ${plans.join(", ")}.`;
}

/** A reason is read by people, in one line of a table. */
const longestReason = 500;

/**
 * The words of `--reason`, without blanks around them.
 *
 * @throws UsageError when it is missing, blank, or longer than 500 characters.
 */
export function reasonOf(call: Call, example: string): string {
  const given = call.options["reason"];
  const reason = typeof given === "string" ? given.trim() : "";
  if (reason === "")
    throw new UsageError(`Say why, for both teams to read: --reason "${example}".`);
  if (reason.length > longestReason) {
    throw new UsageError(
      `The reason has ${reason.length} characters; it may have ${longestReason}. Say it in a sentence or two.`,
    );
  }
  return reason;
}

/**
 * A whole number from 1 on, such as a version; undefined when the option is not given.
 *
 * @throws UsageError for anything else.
 */
export function countingNumber(call: Call, option: string): number | undefined {
  const given = call.options[option];
  if (given === undefined) return undefined;
  if (typeof given === "string" && /^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UsageError(
    `--${option} is ${JSON.stringify(given)}; it must be a whole number from 1 on, such as 3.`,
  );
}

/**
 * Today, in UTC. An old version is asked whether it holds together now, so `--as-of` may not choose a kinder day.
 *
 * @throws UsageError when it tries.
 */
export function today({ shell, options, asOf }: Call): CalendarDate {
  const day = asOfDay(undefined, shell.now());
  if (options["as-of"] === undefined || asOf === day) return day;
  throw new UsageError(
    `--as-of is ${asOf}, but what goes live is judged by today's rules, as of ${day}. Leave --as-of out.`,
  );
}

/** Who does it, as far as this machine knows. */
export const actorOf = ({ shell }: Call): string => shell.environment["USER"] ?? "local";

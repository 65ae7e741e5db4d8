import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CalendarDate } from "../core/calendar-date.ts";
import {
  beforeAndAfter,
  type PlansAt,
  plansAt,
  type TwoPoints,
  workingCopy,
} from "../functions/local/plans-at.ts";
import { type Call, type Option, UsageError } from "./command.ts";

/** The plans before and after a change, and what the point before was called. */
export interface AskedPoints extends TwoPoints {
  readonly baseWord: string;
}

/** The options of every command that looks at a change. */
export const changeOptions: readonly Option[] = [
  {
    name: "base",
    value: "POINT",
    says: "before the change (default: what is live, or the branch main)",
  },
  {
    name: "head",
    value: "POINT",
    says: 'after it: a branch, tag or commit, "live", "@7", or "." for the files (default)',
  },
  { name: "author", value: "NAME", says: "who proposes the change; counts for the own team" },
];

/** The day that both points are judged on: `--as-of`, or the day of the head's commit, or today. */
export const judgedDay = (call: Call, head: PlansAt): CalendarDate =>
  typeof call.options["as-of"] === "string" ? call.asOf : (head.day ?? call.asOf);

/** A point for tools. */
export const pointBody = ({ name, commit }: PlansAt): object => ({
  name,
  ...(commit === undefined ? {} : { commit }),
});

/** Said when the base's line went on after the change left it. */
export const wentOn = (word: string): string =>
  `${word} went on since; bring the change up to date to see it against what is there now.`;

const wordOf = (call: Call, name: string): string | undefined => {
  const given = call.options[name];
  return typeof given === "string" ? given : undefined;
};

/**
 * The plans at one point, such as `main`, `live` or `@7`.
 *
 * @throws UsageError for a word that names nothing.
 */
export async function plansAtPoint(call: Call, word: string): Promise<PlansAt> {
  const { gitSource } = await import("../functions/source/git.ts");
  const { root } = call.shell;
  const there = await plansAt({ root, source: gitSource(root) }, word);
  if (!there.ok) throw new UsageError(`${there.error.message} ${there.error.help}`);
  return there.value;
}

/**
 * The plans at `--base` and `--head`. By default what is live, or the branch main where nothing was published, against the files as
 * they stand.
 *
 * @throws UsageError for a word that names nothing.
 */
export async function pointsOf(call: Call): Promise<AskedPoints> {
  const { gitSource } = await import("../functions/source/git.ts");
  const { storePath } = await import("../functions/local/store.ts");
  const { root } = call.shell;
  const published = existsSync(join(root, storePath));
  const base = wordOf(call, "base") ?? (published ? "live" : "main");
  const head = wordOf(call, "head") ?? workingCopy;
  const points = await beforeAndAfter({ root, source: gitSource(root) }, base, head);
  if (!points.ok) throw new UsageError(`${points.error.message} ${points.error.help}`);
  return { ...points.value, baseWord: base };
}

import {
  isList,
  isObject,
  readPath,
  valueAt,
  type WeighedChange,
} from "../../core/change/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";
import { dateText, listText, periodText, titleText, wayText } from "../../core/wording.ts";
import { nameOf, teamNames } from "../words.ts";
import { changeWords, hasUnit, keyWords, notThere, valueWords } from "./value-words.ts";

/** A change in words: the place by the names that people use, and the values with their units. */
export interface ToldChange {
  /** The changes that it tells: one, or those of a value and of its unit. */
  readonly changes: readonly WeighedChange[];
  /** Such as `Small plants, Evaluating → Customer, conversion`. */
  readonly where: string;
  readonly before: string;
  readonly after: string;
  /** By how much, where that says something: `+1 business hour`, `−8.8 points`. */
  readonly by: string | undefined;
  /** How far the value moves, relative: 0.69 for twice as much or half; 1 for what came or went, 0.5 for what has no number, 0 where absent. */
  readonly size?: number;
}

/** The functions that a change reaches, as a sentence names them; undefined where it reaches nobody. */
export function reachedTeams({ changes }: ToldChange): string | undefined {
  const teams = [...new Set(changes.flatMap(({ affects }) => affects))];
  return teams.length === 0 ? undefined : listText(teams.map((team) => teamNames[team]));
}

/** What the names of places are taken from. */
interface Names {
  readonly base: SoundPlan;
  readonly head: SoundPlan;
}

/** Lists and objects that hold things, and are no thing themselves. */
const holders: ReadonlySet<string> = new Set(["message", "parts", "value"]);

const stringAt = (item: unknown, key: string): string | undefined => {
  if (!isObject(item)) return undefined;
  const value = item[key];
  return typeof value === "string" ? value : undefined;
};

function roleTitle({ base, head }: Names, id: string): string {
  return head.roles.get(id)?.title ?? base.roles.get(id)?.title ?? nameOf(id);
}

function titleIn(
  list: readonly { readonly id: string; readonly title?: string }[] | undefined,
  id: string,
): string | undefined {
  return list?.find((each) => each.id === id)?.title;
}

/** What is promised for, and when where that is not the whole plan: `Small plants, January to June 2027`. */
function commitmentName(id: string, item: unknown, { base, head }: Names): string {
  const segment = stringAt(item, "segment");
  if (segment === undefined) return nameOf(id);
  const [from, until] = [stringAt(item, "from"), stringAt(item, "until")];
  const span = {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
  const period = periodText(span, head.months);
  const grade = stringAt(item, "grade");
  return [
    titleIn(head.segments, segment) ?? titleIn(base.segments, segment) ?? nameOf(segment),
    ...(grade === undefined ? [] : [keyWords(grade)]),
    ...(period === undefined ? [] : [period]),
  ].join(", ");
}

/** From which day a dated change holds; its id, where it has no day. */
function changeName(id: string, item: unknown): string {
  const from = stringAt(item, "from");
  return from === undefined ? nameOf(id) : `from ${dateText(from)} on`;
}

/** How people call an item of a list. */
function itemName(list: string, id: string, item: unknown, names: Names): string {
  const { base, head } = names;
  const [from, to] = [stringAt(item, "from"), stringAt(item, "to")];
  switch (list) {
    case "transitions":
      return from === undefined || to === undefined ? nameOf(id) : wayText(from, to);
    case "segments":
      return titleIn(head.segments, id) ?? titleIn(base.segments, id) ?? nameOf(id);
    case "commitments":
      return commitmentName(id, item, names);
    case "changes":
      return changeName(id, item);
    case "rolePlans":
      return `Pay of ${roleTitle(names, stringAt(item, "role") ?? id)}`;
    case "components": {
      const metric = stringAt(item, "metric") ?? id;
      const metrics = head.documents.plan.value.metrics;
      return titleIn(metrics, metric) ?? nameOf(metric);
    }
    case "messages":
      return `Message at ${nameOf(stringAt(item, "stage") ?? id)}`;
    case "stages":
      return nameOf(id);
    case "staff":
      return roleTitle(names, id);
    default:
      return quoted(stringAt(item, "title")) ?? nameOf(id);
  }
}

/** A title may be a sentence of its own, so it stands in quotation marks. */
const quoted = (title: string | undefined): string | undefined =>
  title === undefined ? undefined : titleText(title);

const documentOf = (plan: SoundPlan, { document }: WeighedChange): unknown =>
  plan.documents[document]?.value;

/** The names on the way to a place, and the keys below the last thing that has a name. */
function wordsOf(change: WeighedChange, steps: readonly string[], names: Names): string {
  const [before, after] = [documentOf(names.base, change), documentOf(names.head, change)];
  const called: string[] = [];
  let keys: string[] = [];
  for (const [index, step] of steps.entries()) {
    const above = steps.slice(0, index);
    const holder = valueAt(after, above) ?? valueAt(before, above);
    if (isList(holder)) {
      const item = valueAt(after, [...above, step]) ?? valueAt(before, [...above, step]);
      called.push(itemName(steps[index - 1] ?? "", step, item, names));
      keys = [];
    } else keys.push(step);
  }
  const last = keys.filter((key) => !holders.has(key)).map(keyWords);
  const [measure, ...above] = called.toReversed();
  if (steps.includes("components") && last[0] === "weight" && measure !== undefined)
    return `${above.toReversed().join(", ")}, weight of ${measure}`;
  const thing = called.length === 0 ? nameOf(change.document) : called.join(", ");
  return last.length === 0 ? thing : `${thing}, ${last.join(", ")}`;
}

/** The steps to what is told: to the value with its unit, where the number or the unit alone was changed. */
function toldSteps(change: WeighedChange, { base, head }: Names): readonly string[] {
  const steps = readPath(change.path) ?? [];
  const last = steps.at(-1);
  if (last !== "value" && last !== "unit") return steps;
  const above = steps.slice(0, -1);
  const both = [documentOf(base, change), documentOf(head, change)];
  return both.some((document) => hasUnit(valueAt(document, above))) ? above : steps;
}

/** How far a value moves. */
function sizeOf(before: unknown, after: unknown): number {
  const [from, to] = [before, after].map((each) => (hasUnit(each) ? each.value : each));
  if (typeof from === "number" && typeof to === "number" && from > 0 && to > 0)
    return Math.abs(Math.log(to / from));
  return (from === undefined) === (to === undefined) ? 0.5 : 1;
}

const hiddenPay = "not shown";

/** A value without amounts of pay. */
export function withoutPay(value: unknown): unknown {
  if (isList(value)) return value.map(withoutPay);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "payAtTarget")
      .map(([key, each]) => [key, withoutPay(each)]),
  );
}

/** Steps that say what a number means: those to it, and for a part of the goal the unit that it is given in. */
function meaningSteps(
  plan: SoundPlan,
  { document }: WeighedChange,
  steps: readonly string[],
): readonly string[] {
  const [list, part = "", key] = steps;
  if (document !== "plan" || list !== "goal" || key !== "target") return steps;
  const unit = stringAt(valueAt(plan.documents.plan.value, [list, part]), "unit");
  return unit === "share" ? ["share"] : unit === "money" ? ["amount"] : steps;
}

function side(plan: SoundPlan, change: WeighedChange, steps: readonly string[], pay: boolean) {
  const meaning = meaningSteps(plan, change, steps);
  const value = valueAt(documentOf(plan, change), steps);
  if (value !== undefined && !pay && steps.includes("payAtTarget"))
    return { words: hiddenPay, value: undefined, meaning };
  const seen = pay ? value : withoutPay(value);
  return { words: valueWords(seen, meaning, plan.currency.code), value: seen, meaning };
}

/** Ids in an order as a table shows them. */
const orderWords = (ids: unknown): string =>
  isList(ids) ? ids.map((id) => (typeof id === "string" ? nameOf(id) : "")).join(", ") : notThere;

/**
 * Changes in words, in their order; a value that was changed together with its unit is told once.
 *
 * @param options.showPay Whether amounts of pay are told; weights and measures always are.
 */
export function tellChanges(
  changes: readonly WeighedChange[],
  base: SoundPlan,
  head: SoundPlan,
  options: { readonly showPay: boolean },
): readonly ToldChange[] {
  const names = { base, head };
  const told = new Map<string, ToldChange>();
  for (const change of changes) {
    const steps = toldSteps(change, names);
    const key = [change.document, change.kind === "reordered", ...steps].join("/");
    const known = told.get(key);
    if (known !== undefined) {
      told.set(key, { ...known, changes: [...known.changes, change] });
      continue;
    }
    const where = wordsOf(change, steps, names);
    if (change.kind === "reordered") {
      const [before, after] = [orderWords(change.before), orderWords(change.after)];
      told.set(key, {
        changes: [change],
        where: `${where}: order`,
        before,
        after,
        by: undefined,
      });
      continue;
    }
    const [before, after] = [base, head].map((plan) => side(plan, change, steps, options.showPay));
    if (before === undefined || after === undefined) throw new Error("unreachable: two plans");
    // Two numbers of different meanings differ by no number.
    const alike = before.meaning.join("/") === after.meaning.join("/");
    const by = alike ? changeWords(before.value, after.value, after.meaning) : undefined;
    told.set(key, {
      changes: [change],
      where,
      before: before.words,
      after: after.words,
      by,
      size: sizeOf(before.value, after.value),
    });
  }
  return [...told.values()];
}

import { changesBetweenValues, isList, isObject, type JsonObject } from "../../change/index.ts";
import type { DocumentKind } from "../../document/index.ts";
import type { SoundPlan } from "../../plan/index.ts";

/** A value by which an item is known: a member's name, or a name for what several members, or other documents, say of it. */
type Aspect =
  | string
  | { readonly name: string; readonly of: (item: JsonObject, plan: SoundPlan) => unknown };

/** One kind of thing that a document lists under ids. */
export interface ListedKind {
  readonly document: DocumentKind;
  /** Keys that lead to the list; `*` stands for the id of an item on the way. */
  readonly path: string;
  /** What one of its items is called. */
  readonly thing: string;
  /** Values that together say which thing an item is; where all values of one group are others, it is another thing. */
  readonly knownBy: readonly (readonly Aspect[])[];
}

const promised = [
  "supply",
  "quality",
  "payload",
  "acceptance",
  "firstAttempt",
  "followUp",
  "disposition",
] as const;

const promises = {
  name: "what it promises",
  of: (duty: JsonObject): JsonObject =>
    Object.fromEntries(promised.filter((each) => each in duty).map((each) => [each, duty[each]])),
};

const kindsOfPromise = {
  name: "what it promises",
  of: (duty: JsonObject): readonly string[] => promised.filter((each) => each in duty),
};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const caused = {
  name: "the steps it causes",
  of: (tactic: JsonObject): readonly unknown[] => [
    ...listed(tactic["brings"]),
    ...listed(tactic["transitions"]),
  ],
};

const changed = {
  name: "what it changes",
  of: (change: JsonObject): readonly string[] =>
    ["conversion", "duration"].filter((at) => at in change),
};

/** A part of the market says the same in other words; what it divides the market by is no word. */
const dividedBy = (side: "marketing" | "sales"): Aspect => ({
  name: `what ${side} divides the market by`,
  of: ({ [side]: place }) => (isObject(place) ? Object.keys(place) : undefined),
});

const worth = {
  name: "what its deals are worth",
  of: ({ id }: JsonObject, { documents }: SoundPlan): unknown =>
    documents.targets.value.segments.find((each) => each.id === id)?.averageDealValue,
};

const rates = {
  name: "the conversion of every step",
  of: ({ id }: JsonObject, { documents }: SoundPlan): JsonObject =>
    Object.fromEntries(
      (documents.journey.value.segments.find((each) => each.id === id)?.transitions ?? []).map(
        ({ from, to, conversion }) => [`${from}/${to}`, conversion.value],
      ),
    ),
};

const kind = (
  document: DocumentKind,
  path: string,
  thing: string,
  ...knownBy: ListedKind["knownBy"]
): ListedKind => ({ document, path, thing, knownBy });

/**
 * Every list whose ids stand for things of their own, and what they are known by.
 *
 * Not here are lists whose ids are those of another list (the journey of a segment, the staff of a role), and lists of words alone,
 * where a new wording and a new thing look the same.
 */
export const listedKinds: readonly ListedKind[] = [
  kind("plan", "roles", "role", ["title", "function"]),
  // A title and a dimension are words alone; another segment has other numbers too.
  kind(
    "plan",
    "segments",
    "segment",
    ["title", "dimensions", worth],
    ["title", "dimensions", rates],
  ),
  kind("plan", "metrics", "measure", ["title", "use"]),
  kind("plan", "mapping", "mapping", [dividedBy("marketing"), dividedBy("sales")]),
  kind("journey", "stages", "stage", ["title", "exit", "owner"], ["title", "business"]),
  kind("journey", "segments/*/transitions", "step", ["from", "to"]),
  kind("journey", "segments/*/transitions/*/changes", "change", ["from", changed]),
  kind("targets", "segments/*/openingPipeline", "group", ["stage", "count"]),
  kind(
    "sla",
    "duties",
    "duty",
    ["title", kindsOfPromise],
    ["title", "function", "owner", promises],
  ),
  kind("sla", "duties/*/supply/commitments", "promise", ["segment", "prospectsPerMonth"]),
  kind("tactics", "tactics", "tactic", ["title", caused], ["title", "interaction", "owner"]),
  kind("tactics", "stopList", "tactic", ["title", "why", "since"]),
  kind("compensation", "sharedGoals", "shared goal", ["title", "metric"]),
  kind("compensation", "rolePlans", "pay plan", ["role", "variableShare"], ["role", "payAtTarget"]),
  kind(
    "compensation",
    "rolePlans/*/components",
    "component",
    ["metric", "weight"],
    ["metric", "sharedGoal"],
  ),
  kind("lead-definition", "fit/criteria", "criterion", ["title", "field"]),
  kind("lead-definition", "behaviour/criteria", "criterion", ["title", "field"]),
  kind("lead-definition", "disqualifiers", "disqualifier", ["title", "field"]),
  kind("lead-definition", "examples", "example", ["title", "salesReady", "fields"]),
  kind("content", "messages", "message", ["stage", "message"]),
  kind("content", "assets", "piece of content", ["title", "type"], ["title", "answers"]),
  kind("resources", "budget/lines", "line", ["title", "purpose"], ["title", "functions"]),
  kind("resources", "activities", "activity", ["title", "stage"], ["title", "role"]),
  kind("resources", "tools", "tool", ["title", "feeds"]),
  kind("calendar", "calendars", "calendar", ["title", "timeZone"]),
  kind("approvals", "teams", "team", ["title", "members"]),
  kind("approvals", "rules", "rule", ["team", "when"]),
  kind("approvals", "exceptions", "exception", ["rule", "subject"]),
  kind("sources", "sources", "source", ["title", "prospect"]),
  kind("sources", "sources/*/events", "event", ["type", "stage"]),
];

/** An item and the version that it stands in. */
export interface Standing {
  readonly item: JsonObject;
  readonly plan: SoundPlan;
}

const valueOf = ({ item, plan }: Standing, aspect: Aspect): unknown =>
  typeof aspect === "string" ? item[aspect] : aspect.of(item, plan);

/** True when nothing of a value is left: no member of an object, no entry of a list. What one of the two does not say is left open. */
function isOther(document: DocumentKind, before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return false;
  const same = (one: unknown, other: unknown): boolean =>
    changesBetweenValues(document, one, other).length === 0;
  if (isList(before) && isList(after)) {
    const kept = before.some((one) => after.some((other) => same(one, other)));
    return before.length > 0 && after.length > 0 && !kept;
  }
  if (isObject(before) && isObject(after)) {
    const keys = Object.keys(before);
    return keys.length > 0 && !keys.some((key) => same(before[key], after[key]));
  }
  return !same(before, after);
}

/** A value as a message names it, with what it was where that is short, is not said already, and is nobody's pay. */
function nameOf(aspect: Aspect, { item: before }: Standing): string {
  if (typeof aspect !== "string") return aspect.name;
  const value = before[aspect];
  const short = typeof value === "number" || (typeof value === "string" && value.length <= 40);
  const said = aspect === "title" || aspect === "payAtTarget" || !short;
  return said ? `"${aspect}"` : `"${aspect}" (${value} before)`;
}

/** What an item was known by and is not any more, where that makes it another thing; undefined where it is still the same. */
export function otherThing(
  { document, knownBy }: ListedKind,
  before: Standing,
  after: Standing,
): readonly string[] | undefined {
  return knownBy
    .find((group) =>
      group.every((each) => isOther(document, valueOf(before, each), valueOf(after, each))),
    )
    ?.map((each) => nameOf(each, before));
}

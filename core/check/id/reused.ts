import type { JsonObject } from "../../change/index.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { listText, titleText } from "../../wording.ts";
import type { Rule, RuleFinding } from "../rule.ts";
import { type ListedKind, listedKinds, otherThing } from "./identities.ts";
import { itemsOf, type ListedItem } from "./listed-items.ts";

/** A thing as messages name it: `the duty "Answer those who compare"`, `an exception`. */
function named(thing: string, { title }: JsonObject): string {
  if (typeof title === "string") return `the ${thing} ${titleText(title)}`;
  return `${/^[aeiou]/.test(thing) ? "an" : "a"} ${thing}`;
}

const findingOf = (
  { document, thing }: ListedKind,
  { id, path, pointer }: ListedItem,
  message: string,
): RuleFinding => ({
  at: { document, pointer: `${pointer}/id` },
  message,
  help: `Give the new ${thing} an id of its own, for agreements and exceptions follow ids. If it is the old one after all, let both teams say so with an exception from id/reused at ${path}.`,
  data: { actual: id },
  subject: path,
});

/** Items that kept their id and nothing else that they were known by. */
function replaced(base: SoundPlan, head: SoundPlan): readonly RuleFinding[] {
  return listedKinds.flatMap((kind) => {
    const before = new Map(itemsOf(base, kind).map((each) => [each.path, each.item]));
    return itemsOf(head, kind).flatMap((after) => {
      const was = before.get(after.path);
      const lost =
        was === undefined
          ? undefined
          : otherThing(kind, { item: was, plan: base }, { item: after.item, plan: head });
      if (was === undefined || lost === undefined) return [];
      return [
        findingOf(
          kind,
          after,
          `The id "${after.id}" stood for ${named(kind.thing, was)} and now stands for another ${kind.thing}; nothing by which it was known is left: ${listText(lost)}.`,
        ),
      ];
    });
  });
}

/** The items of every list that a document itself has, by id. */
function listsOf(
  plan: SoundPlan,
  kinds: readonly ListedKind[],
): ReadonlyMap<ListedKind, ReadonlyMap<string, ListedItem>> {
  return new Map(
    kinds.map((kind) => [kind, new Map(itemsOf(plan, kind).map((each) => [each.id, each]))]),
  );
}

/** Ids that left one list of a document and stand in another one, for another kind of thing. */
function moved(base: SoundPlan, head: SoundPlan): readonly RuleFinding[] {
  const kinds = listedKinds.filter(({ path }) => !path.includes("*"));
  const [before, after] = [listsOf(base, kinds), listsOf(head, kinds)];
  return kinds.flatMap((kind) =>
    [...(after.get(kind)?.values() ?? [])].flatMap((item) => {
      if (before.get(kind)?.has(item.id) === true) return [];
      const left = kinds.find(
        (other) =>
          other.document === kind.document &&
          other.thing !== kind.thing &&
          before.get(other)?.has(item.id) === true &&
          after.get(other)?.has(item.id) !== true,
      );
      const was = left === undefined ? undefined : before.get(left)?.get(item.id);
      if (left === undefined || was === undefined) return [];
      return [
        findingOf(
          kind,
          item,
          `The id "${item.id}" stood for ${named(left.thing, was.item)} and now stands for ${named(kind.thing, item.item)}.`,
        ),
      ];
    }),
  );
}

/**
 * Fingerprints, exceptions and approvals follow ids: who writes a new thing under an old id hands it what was agreed of the other.
 *
 * An id is used again when
 * - an item keeps its id in its list and all that it was known by is different at once, as `identities.ts` says for each list: a
 *   duty its title and all that it promises, a step both its ends, a pay plan its role and its variable share, a segment its title,
 *   its dimensions and its numbers (what its deals are worth, or the conversion of every step). Words alone never make another
 *   thing, however many of them are new: something that is counted, owned, dated or referred to must be another one too. One of
 *   these alone, a new title or another number, is the same thing, changed;
 * - it left a list of a document and stands in another one, for another kind of thing. A tactic that goes on the stop list is the
 *   same tactic; a criterion that moves from fit to behaviour is the same criterion.
 *
 * What was removed in an earlier version and comes back cannot be seen beside one other version.
 */
export const reused: Rule = {
  id: "id/reused",
  severity: "error",
  summary:
    "An id stands for what it stood for before; other words for it are not another thing, other numbers or references with them are.",
  teams: ["marketing", "sales"],
  needsBase: true,
  check: ({ plan, base }) =>
    base === undefined ? [] : [...replaced(base, plan), ...moved(base, plan)],
};

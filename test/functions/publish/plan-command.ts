import * as fc from "fast-check";
import { expect } from "vitest";
import type { PublishDependencies } from "../../../functions/publish/publish.ts";
import { rejectionOf } from "../../../functions/publish/rejected.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";
import { plan, whole } from "./bundles.ts";
import { type Fault, withFaultAt } from "./faulty.ts";
import { liveOf, type PlanModel } from "./plan-model.ts";
import { bundleOfContent, type Wish, wishes } from "./plan-wish.ts";

/** What fast-check carries from command to command. */
export interface Modelled {
  model: PlanModel;
  readonly contents: readonly number[];
}

type Command = fc.AsyncCommand<Modelled, PublishDependencies>;

/** The files of the content with this number. */
export const filesOf = (content: number) => bundleOfContent(content).files;

/** What the store says is live is what the model says, whole, and what is rejected is not live. */
async function expectLive({ model }: Modelled, { table }: PublishDependencies): Promise<void> {
  const store = planStore(table, 0);
  const [head, read] = [await store.head(plan), await store.readLive(plan)];
  expect(head?.revision ?? 0).toBe(model.revision);
  if (head === undefined) return;
  const version = liveOf(model);
  const expected = model.versions[version - 1];
  const live = whole(read);
  expect(live).toMatchObject({ version, commit: `c${expected?.commit}`, cause: expected?.cause });
  expect(live.documents).toEqual(filesOf(expected?.content ?? 0));
  expect(head).toMatchObject({ observedCommit: `c${model.observed}`, events: model.events });
  const kind = model.held === undefined ? undefined : "rollback";
  expect(head.hold?.kind).toBe(model.frozen ? "freeze" : kind);
  expect(head.hold?.rejectedVersion).toBe(model.held);
  expect(head.rejected.map((each) => each.version)).toEqual(
    model.rejected.map((each) => each.version),
  );
  expect(rejectionOf(head, live)).toBeUndefined();
}

const doing = (wish: Wish): Command => ({
  check: () => true,
  async run(modelled, real) {
    const { model, says } = wish.predict(modelled.model, modelled.contents);
    const said = await wish.perform(real, modelled.model, modelled.contents);
    const words = [said.outcome, said.version ?? said.reason ?? said.reasons?.[0].reason];
    expect(words.filter((each) => each !== undefined).join(" ")).toBe(says);
    modelled.model = model;
    await expectLive(modelled, real);
  },
  toString: () => wish.words,
});

/** The one who wishes is gone after some call to the store: all of it happened, or nothing. */
const crashing = (wish: Wish, nth: number, fault: Fault): Command => ({
  check: () => true,
  async run(modelled, real) {
    const { model } = wish.predict(modelled.model, modelled.contents);
    const dying = { ...real, table: withFaultAt(real.table, nth, fault) };
    try {
      await wish.perform(dying, modelled.model, modelled.contents);
      modelled.model = model;
    } catch (error) {
      if (!(error instanceof TableUnavailable)) throw error;
      const head = await planStore(real.table).head(plan);
      if (head?.revision === model.revision) modelled.model = model;
    }
    await expectLive(modelled, real);
  },
  toString: () => `${wish.words}, ${fault} at call ${nth}`,
});

/** A history of wishes, some of them cut short. */
export const histories = fc.commands<Modelled, PublishDependencies, false>(
  [
    wishes.map(doing),
    wishes.map(doing),
    fc
      .tuple(
        wishes,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom<Fault>("crash", "apply-then-crash"),
      )
      .map(([wish, nth, fault]) => crashing(wish, nth, fault)),
  ],
  { maxCommands: 25, size: "max" },
);

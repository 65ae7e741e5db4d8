import * as fc from "fast-check";
import { freeze, release } from "../../../functions/publish/hold.ts";
import { type PublishDependencies, publish } from "../../../functions/publish/publish.ts";
import { resume, rollback } from "../../../functions/publish/rollback.ts";
import { commit, laidOutAnew, plan } from "./bundles.ts";
import {
  afterFreeze,
  afterPublish,
  afterRelease,
  afterResume,
  afterRollback,
  liveOf,
  meaningOf,
  type PlanModel,
  type Step,
} from "./plan-model.ts";

/** The contents of the line of commits, over and over. Few contents, so that commits share theirs, or say the same in another layout. */
export const contents: fc.Arbitrary<readonly number[]> = fc.array(fc.integer({ min: 1, max: 5 }), {
  minLength: 7,
  maxLength: 7,
});

/** The files of the content with this number. */
export const bundleOfContent = (content: number) =>
  content === meaningOf(content) ? commit(content).bundle : laidOutAnew(meaningOf(content));

/** Something that a person or a program asks of publishing: what should come of it, and how it is asked. */
export interface Wish {
  readonly words: string;
  readonly predict: (model: PlanModel, contents: readonly number[]) => Step;
  readonly perform: (
    dependencies: PublishDependencies,
    model: PlanModel,
    contents: readonly number[],
  ) => Promise<{
    readonly outcome: string;
    readonly version?: number;
    readonly reason?: string;
    readonly reasons?: readonly [{ readonly reason: string }, ...unknown[]];
  }>;
}

const asked = { plan, reason: "wrong win rate", actor: "dana" };
const restoring = { ...asked, evidence: { kind: "none" }, checkedAs: "2026-10-02" };

/** `ahead` counts from the newest commit that was looked at; it is 0 or less for one that was, or that was skipped. */
const publishing = (ahead: number): Wish => {
  const commitIn = ({ observed }: PlanModel, all: readonly number[]) => {
    const number = Math.max(1, observed + ahead);
    return { number, content: all[number % all.length] ?? 1 };
  };
  return {
    words: `publish ${ahead} ahead`,
    predict(model, all) {
      const { number, content } = commitIn(model, all);
      return afterPublish(model, number, content);
    },
    perform(dependencies, model, all) {
      const { number, content } = commitIn(model, all);
      const publication = { ...commit(1, bundleOfContent(content)), commit: `c${number}` };
      return publish(dependencies, publication);
    },
  };
};

/** `to` counts from 1 and goes one beyond the live version; `late` is how many versions the asker has missed. */
const rollingBack = (to: number, late: number): Wish => {
  const versions = (model: PlanModel) => {
    const live = liveOf(model);
    return { to: 1 + (to % (live + 1)), from: live - late };
  };
  return {
    words: `roll back to ${to}, ${late} late`,
    predict: (model) => afterRollback(model, versions(model).to, versions(model).from),
    perform: (dependencies, model) => rollback(dependencies, { ...restoring, ...versions(model) }),
  };
};

const resuming = (late: number): Wish => ({
  words: `resume, ${late} late`,
  predict: (model) => afterResume(model, liveOf(model) - late),
  perform: (dependencies, model) =>
    resume(dependencies, { ...restoring, from: liveOf(model) - late }),
});

const freezing: Wish = {
  words: "freeze",
  predict: afterFreeze,
  perform: (dependencies) => freeze(dependencies, asked),
};

const releasing: Wish = {
  words: "release",
  predict: afterRelease,
  perform: (dependencies) => release(dependencies, { plan, actor: "dana" }),
};

const late = fc.constantFrom(0, 0, 0, 1);

/** Any wish, publishing most of all. */
export const wishes: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(-2, -1, 0, 1, 1, 1, 2, 3).map(publishing) },
  { weight: 5, arbitrary: fc.tuple(fc.nat(9), late).map(([to, by]) => rollingBack(to, by)) },
  { weight: 4, arbitrary: late.map(resuming) },
  { weight: 1, arbitrary: fc.constant(freezing) },
  { weight: 3, arbitrary: fc.constant(releasing) },
);

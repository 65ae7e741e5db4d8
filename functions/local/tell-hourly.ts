import { tellEffective } from "../publish/effective.ts";
import { storedBoundaries } from "../stored-boundaries.ts";
import type { LocalStore } from "./store.ts";

/** Why what took effect could not be told; it is tried again within the hour. */
export interface TellFailure {
  readonly detail: string;
  readonly error: unknown;
}

/** What telling stands on. */
export interface TellHourly {
  readonly store: Pick<LocalStore, "table" | "plans">;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: () => string;
  readonly report: (failure: TellFailure) => void;
}

/** Telling that goes on. */
export interface Telling {
  /** Resolves when the rounds that have begun are over. */
  settled(): Promise<void>;
  /** Ends it; resolves when nothing more is written. */
  stop(): Promise<void>;
}

const hour = 3_600_000;

/** Tells of each published plan, now and then every hour, what took effect. It keeps no process alive. Resolves after the first round. */
export async function tellHourly({ store, now, report }: TellHourly): Promise<Telling> {
  const dependencies = { table: store.table, now, boundariesOf: storedBoundaries(store.plans) };
  const round = async (): Promise<void> => {
    try {
      for (const { plan } of await store.plans.plans()) {
        // oxlint-disable-next-line no-await-in-loop -- nobody waits for it
        await tellEffective(dependencies, plan);
      }
    } catch (error) {
      report({
        detail: "What took effect could not be told; it is tried again in an hour.",
        error,
      });
    }
  };
  await round();
  let underWay = Promise.resolve();
  const timer = setInterval(() => {
    // One round after the other, should one take long.
    underWay = underWay.then(round);
  }, hour);
  timer.unref();
  return {
    settled: () => underWay,
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

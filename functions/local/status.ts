import type { CalendarDate } from "../../core/calendar-date.ts";
import { createLibrary } from "../library.ts";
import { type FullStatus, readStatus, type Wanted } from "../plan-status.ts";
import type { PlanSource } from "../source/source.ts";
import type { PlanStore } from "../store/plan-store.ts";
import { storeReader } from "../store-reader.ts";
import { contentIn } from "./told-content.ts";

/** What is asked to tell how the published plans stand to a repository. */
export interface LocalStatusQuestion {
  readonly plans: PlanStore;
  readonly source: Pick<PlanSource, "isAncestor" | "planFolders" | "bundleAt">;
  /** The commit that is checked out; undefined where there is none. */
  readonly head: string | undefined;
  readonly asOf: CalendarDate;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: string;
}

/** How the newest commit that was looked at stands to the one checked out; undefined where there is none. */
async function wantedOf(
  { source, head }: LocalStatusQuestion,
  plan: string,
  observed: string,
): Promise<Wanted | undefined> {
  if (head === undefined) return undefined;
  if (head === observed) return { commit: head, standing: "observed" };
  // History that is cut off does not tell; then it is as if the commit were new.
  const before = await source.isAncestor(head, observed).catch(() => false);
  if (before) return { commit: head, standing: "before" };
  const content = await contentIn(source, head, plan);
  return { commit: head, standing: "after", ...(content === undefined ? {} : { content }) };
}

/** How one published plan stands; undefined when there is none by that name. */
export async function statusHere(
  question: LocalStatusQuestion,
  plan: string,
): Promise<FullStatus | undefined> {
  const { asOf, now } = question;
  const plans = storeReader(question.plans);
  const live = await plans.live(plan);
  if (live?.head === undefined) return undefined;
  const study = await createLibrary().study(live, asOf);
  const wanted = await wantedOf(question, plan, live.head.observedCommit);
  return readStatus({ plans, live, study, asOf, now, wanted });
}

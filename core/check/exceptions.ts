import type { ApprovalException } from "../../schemas/documents.generated.ts";
import { accountName } from "../account-name.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { parsePointer } from "../document/index.ts";
import type { Finding, Findings } from "../finding.ts";
import type { Place, SoundPlan } from "../plan/index.ts";
import { groupBy } from "./group.ts";

/** A finding that both teams accept for a time, and the exception in which they say so. */
export interface SilencedFinding {
  readonly finding: Finding;
  readonly exception: ApprovalException;
}

/** What a rule raised, and the words by which an exception may name what it is about. */
export interface Raised {
  readonly finding: Finding;
  readonly subjects: readonly string[];
}

/** Rules about the agreement itself have no exceptions: nobody excuses himself from asking. */
export const isBeyondExceptions = (rule: string): boolean => rule.startsWith("approval/");

const itemId = (item: unknown): string | undefined => {
  if (typeof item !== "object" || item === null || !("id" in item)) return undefined;
  return typeof item.id === "string" ? item.id : undefined;
};

/**
 * The words by which an exception names what stands at a place: the document and the ids on the way to it.
 *
 * First the innermost item that has an id, as in `journey/segments/smb/transitions/aware-exploring`; then the place
 * itself, as in `…/aware-exploring/conversion/value`. A document as a whole is its kind alone.
 */
export function subjectsOf(plan: SoundPlan, { document, pointer }: Place): readonly string[] {
  if (pointer === "/$schema") return [document];
  let at: unknown = plan.documents[document]?.value;
  let path: string = document;
  let item: string | undefined;
  for (const step of parsePointer(pointer) ?? []) {
    const next: unknown = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
    const id = Array.isArray(at) ? itemId(next) : undefined;
    path = `${path}/${id ?? step}`;
    if (id !== undefined) item = path;
    at = next;
  }
  return item === undefined || item === path ? [path] : [item, path];
}

/** True when somebody of marketing agreed, and somebody else of sales. */
export function isAgreedByBoth(plan: SoundPlan, { approvedBy }: ApprovalException): boolean {
  const { teams } = plan.documents.approvals.value;
  const agreed = new Set(approvedBy.map(accountName));
  const of = (team: string): readonly string[] =>
    (teams.find((each) => each.id === team)?.members ?? [])
      .map(accountName)
      .filter((member) => agreed.has(member));
  const sales = of("sales");
  return of("marketing").some((one) => sales.some((other) => other !== one));
}

/** True when an exception counts on a day: agreed by both teams, and not over. */
export function isInForce(
  plan: SoundPlan,
  exception: ApprovalException,
  asOf: CalendarDate,
): boolean {
  return exception.expires > asOf && isAgreedByBoth(plan, exception);
}

/** Parts what was raised into what counts and what an exception in force silences; the first that fits does. */
export function silence(
  plan: SoundPlan,
  asOf: CalendarDate,
  raised: readonly Raised[],
): { readonly findings: Findings; readonly silenced: readonly SilencedFinding[] } {
  const inForce = (plan.documents.approvals.value.exceptions ?? []).filter((each) =>
    isInForce(plan, each, asOf),
  );
  const byRule = groupBy(inForce, ({ rule }) => rule);
  const findings: Finding[] = [];
  const silenced: SilencedFinding[] = [];
  // An item's own name stands for a finding only as long as it has no other of the rule; then the place must be named.
  const about = groupBy(raised, ({ finding, subjects }) => `${finding.rule} ${subjects[0]}`);
  const namesOf = ({ finding, subjects }: Raised): readonly string[] =>
    (about.get(`${finding.rule} ${subjects[0]}`) ?? []).length > 1 ? subjects.slice(-1) : subjects;
  for (const each of raised) {
    const { finding } = each;
    const names = namesOf(each);
    const exception = isBeyondExceptions(finding.rule)
      ? undefined
      : byRule.get(finding.rule)?.find(({ subject }) => names.includes(subject));
    if (exception === undefined) findings.push(finding);
    else silenced.push({ finding, exception });
  }
  return { findings, silenced };
}

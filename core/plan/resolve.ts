import { monthsFrom } from "../calendar-date.ts";
import type { LoadedPlan } from "../document/index.ts";
import { compareFindings, type Findings } from "../finding.ts";
import { currencyOf } from "../money.ts";
import { err, ok, type Result } from "../result.ts";
import { amountReader, readOtherAmounts } from "./amounts.ts";
import { checkReferences } from "./check-references.ts";
import { checkDuplicateIds } from "./duplicate-ids.ts";
import { checkGoalShares } from "./goal-shares.ts";
import { collectIds } from "./known-ids.ts";
import { checkNames } from "./names.ts";
import { type Problems, problemsOf } from "./problem.ts";
import { resolveSegment, type SegmentFrame, type SegmentSource } from "./segment.ts";
import type { Planning, SoundPlan } from "./sound-plan.ts";
import { resolveStages } from "./stages.ts";

/** The choices that hold where a plan makes none. @see docs/funnel-mathematics.md 2.5 and 3.4 */
const defaultPlanning: Planning = {
  basis: "cumulative",
  catchUp: "soonest",
  recovery: 1.5,
  steadiness: 0.1,
  beyondHorizon: "growth",
  confidence: 0.8,
};

/**
 * Joins the documents of a plan: references, ids, dated amounts, units, and a funnel for every segment.
 *
 * @returns The one plan that everything is computed from, or every reason why the documents do not fit together.
 */
export function resolve(loaded: LoadedPlan): Result<SoundPlan, Findings> {
  const { documents } = loaded;
  const plan = documents.plan.value;
  const problems = problemsOf(documents);
  checkNames(documents, problems);
  checkDuplicateIds(documents, problems);
  const known = collectIds(documents);
  checkReferences(documents, known, problems);
  const months = monthsFrom(plan.start, plan.months);
  const currency = currencyOf(plan.currency);
  const read = amountReader(documents, currency, problems);
  readOtherAmounts(documents, read);
  checkGoalShares(documents, problems);
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const stages = resolveStages(documents, roles, problems);
  const frame: SegmentFrame = {
    documents,
    months,
    currency,
    stages: new Map(stages.map((stage) => [stage.id, stage])),
    read,
    problems,
  };
  const segments = segmentSources(loaded, problems).map((source) => resolveSegment(source, frame));
  if (problems.found.length > 0) return err(problems.found.toSorted(compareFindings));
  const sound: Omit<SoundPlan, keyof Sound> = {
    folder: loaded.folder,
    documents,
    id: plan.id,
    title: plan.title,
    currency,
    timeZone: plan.timeZone,
    months,
    roles,
    stages,
    segments: segments.filter((segment) => segment !== undefined),
    planning: { ...defaultPlanning, ...planningOf(loaded) },
  };
  // The only place where a plan becomes sound.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return ok(sound as SoundPlan);
}

/** The brand alone. */
type Sound = {
  readonly [Key in keyof SoundPlan as Key extends string ? never : Key]: SoundPlan[Key];
};

function planningOf(loaded: LoadedPlan): Partial<Planning> {
  const { note: _note, ...planning } = loaded.documents.targets.value.planning ?? {};
  return planning;
}

/** Pairs each segment of the plan with its numbers in the journey and the targets, and refuses numbers without a segment. */
function segmentSources(loaded: LoadedPlan, problems: Problems): readonly SegmentSource[] {
  const { plan, journey, targets } = loaded.documents;
  const known = new Set(plan.value.segments.map((segment) => segment.id));
  for (const document of ["journey", "targets"] as const) {
    for (const [index, { id }] of loaded.documents[document].value.segments.entries()) {
      if (!known.has(id))
        problems.unknown({ document, pointer: `/segments/${index}/id` }, "segment", id, known);
    }
  }
  return plan.value.segments.flatMap((segment, position) => {
    const journeyIndex = journey.value.segments.findIndex((each) => each.id === segment.id);
    const targetsIndex = targets.value.segments.findIndex((each) => each.id === segment.id);
    const inJourney = journey.value.segments[journeyIndex];
    const inTargets = targets.value.segments[targetsIndex];
    for (const [document, found] of [
      ["journey", inJourney],
      ["targets", inTargets],
    ] as const) {
      if (found === undefined) {
        problems.add(
          "document/segment-missing",
          { document: "plan", pointer: `/segments/${position}/id` },
          `Segment "${segment.id}" has no numbers in ${document}.json.`,
          `Add it to "segments" in ${document}.json, or take it out of plan.json.`,
        );
      }
    }
    return inJourney === undefined || inTargets === undefined
      ? []
      : [
          {
            id: segment.id,
            title: segment.title,
            journey: inJourney,
            journeyPointer: `/segments/${journeyIndex}`,
            targets: inTargets,
            targetsPointer: `/segments/${targetsIndex}`,
          },
        ];
  });
}

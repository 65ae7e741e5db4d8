import type { SegmentJourney } from "../../schemas/documents.generated.ts";
import type { Place, Problems } from "./problem.ts";
import type { SoundStage, SoundTransition } from "./sound-plan.ts";

/** Stages in a row and the steps between them, before it is known whether their numbers make a funnel. */
export interface Row {
  readonly stages: readonly SoundStage[];
  readonly transitions: readonly SoundTransition[];
}

/** The rows of one segment: to the sale, and from the sale to each last stage after it. */
export interface Rows {
  readonly toSale: Row;
  readonly beyondSale: readonly Row[];
}

/**
 * Follows a segment's transitions from its first stage to the sale and on to every last stage after it.
 *
 * Before the sale each stage leads to one other stage (a segment may skip stages); after it a stage may lead
 * to several, for example to a renewal and to an expansion, which are counted independently.
 *
 * @returns `undefined` after a problem was added: unknown stages, steps backwards, forks before the sale, gaps.
 */
export function followJourney(
  segment: SegmentJourney,
  pointer: string,
  stages: ReadonlyMap<string, SoundStage>,
  problems: Problems,
): Rows | undefined {
  const before = problems.found.length;
  const steps = segment.transitions.flatMap((transition, index) => {
    const at = (rest: string): Place => ({
      document: "journey",
      pointer: `${pointer}/transitions/${index}${rest}`,
    });
    const from = stages.get(transition.from);
    const to = stages.get(transition.to);
    if (from === undefined) problems.unknown(at("/from"), "stage", transition.from, stages.keys());
    if (to === undefined) problems.unknown(at("/to"), "stage", transition.to, stages.keys());
    if (from === undefined || to === undefined) return [];
    if (to.index <= from.index) {
      problems.add(
        "document/journey-order",
        at("/to"),
        `"${transition.id}" leads from "${from.id}" back to "${to.id}".`,
        'Steps lead forward in the order of the stages; for prospects who come back use "recycle".',
      );
      return [];
    }
    const step: SoundTransition = {
      id: transition.id,
      from,
      to,
      pointer: at("").pointer,
      document: transition,
    };
    return [step];
  });
  refuseJoins(segment, steps, problems);
  if (problems.found.length > before) return undefined;
  const toSale = rowToSale(segment, pointer, steps, problems);
  if (toSale === undefined) return undefined;
  const beyondSale = rowsBeyond(toSale, steps);
  const reached = new Set([toSale, ...beyondSale].flatMap((row) => row.transitions));
  for (const step of steps.filter((each) => !reached.has(each))) {
    problems.add(
      "document/journey-broken",
      { document: "journey", pointer: `${step.pointer}/from` },
      `Nobody reaches "${step.from.id}" in segment "${segment.id}", so "${step.id}" never happens.`,
      `Add a step that leads to "${step.from.id}", or take this one out.`,
    );
  }
  return problems.found.length > before ? undefined : { toSale, beyondSale };
}

/** After the sale each stage is reached in one way; else its customers would be counted once for every way. */
function refuseJoins(
  segment: SegmentJourney,
  steps: readonly SoundTransition[],
  problems: Problems,
): void {
  const first = new Map<string, SoundTransition>();
  for (const step of steps.filter((each) => !each.from.beforeSale)) {
    const earlier = first.get(step.to.id);
    if (earlier === undefined) first.set(step.to.id, step);
    else {
      problems.add(
        "document/journey-join",
        { document: "journey", pointer: `${step.pointer}/to` },
        `"${earlier.id}" and "${step.id}" both lead to "${step.to.id}" in segment "${segment.id}"; after the sale there is one way to a stage.`,
        "Keep one of the two, or give the other way a stage of its own.",
      );
    }
  }
}

function rowToSale(
  segment: SegmentJourney,
  pointer: string,
  steps: readonly SoundTransition[],
  problems: Problems,
): Row | undefined {
  const early = steps.filter((step) => step.from.beforeSale);
  const next = new Map<string, SoundTransition>();
  for (const step of early) {
    if (next.has(step.from.id)) {
      problems.add(
        "document/journey-fork",
        { document: "journey", pointer: `${step.pointer}/from` },
        `Two steps leave "${step.from.id}" in segment "${segment.id}"; before the sale there is one.`,
        "Keep the one that most buyers take; its conversion counts those who reach that stage or any later one.",
      );
      return undefined;
    }
    next.set(step.from.id, step);
  }
  const targets = new Set(early.map((step) => step.to.id));
  const first = early.find((step) => !targets.has(step.from.id))?.from;
  const row: SoundTransition[] = [];
  for (let stage = first; stage?.beforeSale === true; stage = row.at(-1)?.to) {
    const step = next.get(stage.id);
    if (step === undefined) break;
    row.push(step);
  }
  const last = row.at(-1)?.to;
  if (first === undefined || last === undefined || last.business !== "new") {
    problems.add(
      "document/journey-broken",
      { document: "journey", pointer: `${pointer}/transitions` },
      last === undefined
        ? `Segment "${segment.id}" has no step towards the sale.`
        : `The journey of segment "${segment.id}" ends at "${last.id}", before the sale.`,
      "Add the steps that lead to the stage that books new business.",
    );
    return undefined;
  }
  return { stages: [first, ...row.map((step) => step.to)], transitions: row };
}

function rowsBeyond(toSale: Row, steps: readonly SoundTransition[]): readonly Row[] {
  const late = steps.filter((step) => !step.from.beforeSale);
  const extend = (row: Row): readonly Row[] => {
    const end = row.stages.at(-1);
    const onward = late.filter((step) => step.from === end);
    if (onward.length === 0) return [row];
    return onward.flatMap((step) =>
      extend({ stages: [...row.stages, step.to], transitions: [...row.transitions, step] }),
    );
  };
  const sale = { stages: toSale.stages.slice(-1), transitions: [] };
  return extend(sale).filter((row) => row !== sale);
}

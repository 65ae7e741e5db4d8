import type {
  Conversion,
  Duration,
  OpeningGroup,
  SegmentJourney,
} from "../../schemas/documents.generated.ts";
import {
  type FunnelError,
  type FunnelModel,
  type ModelStep,
  type RateChange,
  validateModel,
} from "../flow/index.ts";
import { lagOf } from "./durations.ts";
import type { Row } from "./journey-chain.ts";
import type { Place, Problems } from "./problem.ts";
import type { Chain, SoundTransition } from "./sound-plan.ts";

/** The dated changes of a step in the order of their dates; one with an end is followed by the base values again. */
function changesOf(transition: SoundTransition): readonly RateChange[] {
  const { changes, conversion, duration } = transition.document;
  const sorted = (changes ?? []).toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  );
  return sorted.flatMap((change, index) => {
    const next = sorted[index + 1]?.from;
    const started = rateChange(
      change.from,
      change.conversion ?? conversion,
      change.duration ?? duration,
    );
    const ends = change.until !== undefined && (next === undefined || change.until < next);
    return ends && change.until !== undefined
      ? [started, rateChange(change.until, conversion, duration)]
      : [started];
  });
}

function rateChange(from: string, conversion: Conversion, duration: Duration): RateChange {
  return { from, conversion: conversion.value, lag: lagOf(duration) };
}

function stepOf(transition: SoundTransition, row: Row): ModelStep {
  const { conversion, duration, leakDuration, recycle, season } = transition.document;
  const changes = changesOf(transition);
  const backTo =
    recycle === undefined ? -1 : row.stages.findIndex((stage) => stage.id === recycle.to);
  return {
    id: transition.from.id,
    conversion: conversion.value,
    lag: lagOf(duration),
    ...(leakDuration === undefined || leakDuration === "same"
      ? {}
      : { leakLag: leakDuration === "never" ? leakDuration : lagOf(leakDuration) }),
    ...(recycle === undefined || backTo < 0
      ? {}
      : { recycle: { share: recycle.share, to: backTo, lag: lagOf(recycle.duration) } }),
    ...(changes.length === 0 ? {} : { changes }),
    ...(season === undefined ? {} : { season }),
  };
}

/** What a segment's model is made of, besides its row. */
export interface ModelFrame {
  readonly start: string;
  readonly months: number;
  /** The stages where new prospects come in, with their shares; absent where nobody comes in from outside. */
  readonly entryMix?: NonNullable<SegmentJourney["entryMix"]>;
  readonly opening: readonly { readonly group: OpeningGroup; readonly pointer: string }[];
}

/**
 * The funnel of one row of stages. Opening prospects at the row's last stage have arrived and are left out.
 *
 * @returns `undefined` after the model's refusals were added as problems at the numbers that cause them.
 */
export function chainOf(row: Row, frame: ModelFrame, problems: Problems): Chain | undefined {
  const indexOf = (stage: string): number => row.stages.findIndex((each) => each.id === stage);
  const opening = frame.opening.flatMap(({ group, pointer }) => {
    const stage = indexOf(group.stage);
    return stage < 0 || stage === row.transitions.length ? [] : [{ group, pointer, stage }];
  });
  const mix = Object.entries(frame.entryMix ?? {});
  const model: FunnelModel = {
    start: frame.start,
    months: frame.months,
    steps: row.transitions.map((transition) => stepOf(transition, row)),
    won: row.stages.at(-1)?.id ?? "",
    opening: opening.map(({ group, stage }) => ({
      stage,
      count: group.count,
      ...(group.ageDays === undefined ? {} : { ageDays: group.ageDays }),
    })),
    ...(mix.length === 0
      ? {}
      : { entryMix: mix.map(([stage, share]) => ({ stage: indexOf(stage), share })) }),
  };
  const valid = validateModel(model);
  if (valid.ok) return { stages: row.stages, transitions: row.transitions, model: valid.value };
  for (const error of valid.error) {
    const place = placeOf(error, row, opening);
    problems.add(
      `funnel/${error.code.toLowerCase().replaceAll("_", "-")}`,
      place,
      error.message,
      error.help,
    );
  }
  return undefined;
}

const within: Readonly<Record<string, string>> = {
  // The schema keeps every rate between 0 and 1; only a season lifts one above.
  RATE_RANGE: "season",
  ZERO_CONVERSION: "conversion/value",
  SHARE_RANGE: "recycle/share",
  LOOP_GAIN: "recycle",
};

/** The number in the documents that a refusal of the model speaks of. */
function placeOf(
  error: FunnelError,
  row: Row,
  opening: readonly { readonly group: OpeningGroup; readonly pointer: string }[],
): Place {
  if (error.code === "STOCK_TOO_OLD") {
    const oldest = opening
      .filter(({ group }) => group.stage === error.stage)
      .toSorted((a, b) => (b.group.ageDays ?? 0) - (a.group.ageDays ?? 0))[0];
    if (oldest !== undefined) return { document: "targets", pointer: `${oldest.pointer}/ageDays` };
  }
  const transition =
    row.transitions.find((each) => each.from.id === error.stage) ?? row.transitions[0];
  const rest = within[error.code];
  return {
    document: "journey",
    pointer: `${transition?.pointer ?? ""}${rest === undefined ? "" : `/${rest}`}`,
  };
}

import {
  type Conversion,
  type Duration,
  type OpeningGroup,
  type SegmentJourney,
} from "../../schemas/documents.generated.ts";
import {
  type FunnelError,
  type FunnelModel,
  type Lag,
  type ModelStep,
  type RateChange,
  validateModel,
} from "../flow/index.ts";
import { type Row } from "./journey-chain.ts";
import { type Place, type Problems } from "./problem.ts";
import { type Chain, type SoundTransition } from "./sound-plan.ts";

/** A duration of the journey as the computation's delay; gamma when no family is named. */
export function lagOf(duration: Duration): Lag {
  const family = duration.family ?? "gamma";
  if (duration.fixed !== undefined) return { family: "fixed", days: duration.fixed };
  if (duration.histogram !== undefined) return { family: "histogram", weights: duration.histogram };
  if (duration.mean !== undefined) return { family, mean: duration.mean, cv: duration.cv ?? 0 };
  return { family, median: duration.median ?? 0, p90: duration.p90 ?? 0 };
}

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
  readonly journey: SegmentJourney;
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
  const mix = Object.entries(frame.journey.entryMix ?? {});
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
  RATE_RANGE: "conversion",
  ZERO_CONVERSION: "conversion/value",
  LAG_SHAPE: "duration",
  LAG_RANGE: "duration",
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

import type {
  EntrySeries,
  FunnelModel,
  Lag,
  LeakLag,
  ModelStep,
  RateChange,
  RequirementOptions,
  TargetInput,
} from "../../../core/flow/index.ts";

/** A stage as the reference cases write it; the last one has a name only. */
export interface CaseStage {
  readonly name: string;
  readonly convert?: number;
  readonly lag?: Lag;
  readonly leakLag?: LeakLag;
  readonly recycle?: {
    readonly share: number;
    readonly to: number | string;
    readonly lag: Lag;
  };
  readonly changes?: readonly (Omit<RateChange, "conversion"> & { readonly convert?: number })[];
  readonly season?: readonly number[];
}

/** The `input` of a reference case (test/cases/funnel; form described in the cases' README). */
export interface CaseInput {
  readonly calendar: { readonly start: string; readonly months: number };
  readonly stages: readonly CaseStage[];
  readonly opening?: readonly {
    readonly stage: number | string;
    readonly ageDays?: number;
    readonly count: number;
  }[];
  readonly entries?: readonly {
    readonly stage: number | string;
    readonly perMonth: readonly number[];
  }[];
  readonly target?: TargetInput | { readonly totalRevenuePerMonth: readonly number[] };
  readonly reportMonths?: number;
  readonly values?: { readonly renewal: number; readonly newDeal: number };
  readonly options?: RequirementOptions;
}

const stageIndex = (stages: readonly CaseStage[], stage: number | string): number =>
  typeof stage === "number" ? stage : stages.findIndex(({ name }) => name === stage);

function caseStep(stage: CaseStage, stages: readonly CaseStage[]): ModelStep {
  const { name, convert, lag, leakLag, recycle, changes, season } = stage;
  return {
    id: name,
    conversion: convert ?? Number.NaN,
    lag: lag ?? { family: "fixed", days: 0 },
    ...(leakLag === undefined ? {} : { leakLag }),
    ...(recycle === undefined
      ? {}
      : { recycle: { ...recycle, to: stageIndex(stages, recycle.to) } }),
    ...(changes === undefined
      ? {}
      : {
          changes: changes.map(({ convert: conversion, ...change }) => ({
            ...change,
            ...(conversion === undefined ? {} : { conversion }),
          })),
        }),
    ...(season === undefined ? {} : { season }),
  };
}

/** The funnel of a case; its last stage is the win. */
export function caseModel({ calendar, stages, opening = [] }: CaseInput): FunnelModel {
  return {
    ...calendar,
    steps: stages.slice(0, -1).map((stage) => caseStep(stage, stages)),
    won: stages.at(-1)?.name ?? "",
    opening: opening.map((group) => ({ ...group, stage: stageIndex(stages, group.stage) })),
  };
}

/** The planned inflow of a case. */
export function caseEntries({ entries = [], stages }: CaseInput): readonly EntrySeries[] {
  return entries.map((each) => ({ ...each, stage: stageIndex(stages, each.stage) }));
}

/** A case gives all the months that are solved; `reportMonths` says how many are shown (all, when absent). */
export function caseOptions({ calendar, reportMonths, options }: CaseInput): RequirementOptions {
  return { reportMonths: reportMonths ?? calendar.months, ...options };
}

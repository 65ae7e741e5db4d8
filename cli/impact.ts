import type { Report } from "../report/block.ts";
import { type CheckedFolder, checkReport } from "../report/findings.ts";
import { type ImpactAnswer, type ImpactSide, impactAnswer } from "../report/impact/answer.ts";
import type { Call } from "./command.ts";
import { checkedFolder, checkedFolderWithoutPay, type OpenedPlan } from "./plans.ts";

/** A plan before and after a change; a side is undefined where there is no such plan. */
export interface PlanSides {
  readonly id: string;
  readonly before: OpenedPlan | undefined;
  readonly after: OpenedPlan | undefined;
}

/** How the two points are named. */
export interface PointNames {
  readonly base: { readonly name: string; readonly version: number | undefined };
  readonly head: { readonly name: string; readonly version: number | undefined };
  readonly baseMovedOn?: string;
}

type Sound = OpenedPlan & { readonly sound: NonNullable<OpenedPlan["sound"]> };

const isSound = (opened: OpenedPlan): opened is Sound => opened.sound !== undefined;

const showsPay = ({ options }: Call): boolean => options["show-pay"] === true;

const folderOf = (call: Call, opened: OpenedPlan): CheckedFolder =>
  (showsPay(call) ? checkedFolder : checkedFolderWithoutPay)(opened, call.asOf);

const unreadable = (call: Call, opened: OpenedPlan, text: string): Report => [
  { kind: "text", tone: "bad", text },
  ...checkReport([folderOf(call, opened)]),
];

const sideOf = ({ sound, findings }: Sound, { name, version }: PointNames["base"]): ImpactSide => ({
  name,
  version,
  plan: sound.plan,
  funnel: sound.check.funnel(),
  findings,
});

/** What a change of one plan asks of each team; findings instead of numbers where a side cannot be computed. */
export function impactOf(
  call: Call,
  { id, before, after }: PlanSides,
  names: PointNames,
): ImpactAnswer {
  const title: Report = [{ kind: "heading", level: 1, text: `Plan impact: ${id}` }];
  const told = (text: Report, state: string): ImpactAnswer => ({
    report: [...title, ...text],
    body: {
      plan: id,
      state,
      findings: { fresh: after === undefined ? [] : folderOf(call, after).findings },
    },
  });
  if (after === undefined) {
    const text = `The plan is gone ${names.head.name === "the files as they stand" ? "from the files" : `in ${names.head.name}`}. What is live of it stays until both teams say otherwise.`;
    return told([{ kind: "text", tone: "warning", text }], "removed");
  }
  if (!isSound(after)) {
    const text =
      "✖ The changed documents make no plan, so nothing can be computed from them. Mend these first:";
    return told(unreadable(call, after, text), "unreadable");
  }
  if (before === undefined) {
    const text = `A new plan: there is none of this id in ${names.base.name}. Both teams must agree to all of it; "jointplan funnel ${after.folder}" says what it asks of each.`;
    const findings = checkReport([folderOf(call, after)]);
    return told([{ kind: "text", tone: "strong", text }, ...findings], "new");
  }
  if (!isSound(before)) {
    const text = `${names.base.name} holds documents that make no plan, so there is nothing to compare with:`;
    return told(unreadable(call, before, text), "no-base");
  }
  const { author } = call.options;
  return impactAnswer(sideOf(before, names.base), sideOf(after, names.head), {
    asOf: call.asOf,
    showPay: showsPay(call),
    ...(typeof author === "string" ? { author } : {}),
    linesOf: folderOf(call, after).linesOf,
    ...(names.baseMovedOn === undefined ? {} : { baseMovedOn: names.baseMovedOn }),
  });
}

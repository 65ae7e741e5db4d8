import {
  type ChangePlaces,
  changePlaces,
  findingsBetween,
  type Judgement,
  judge,
  type WeighedChange,
} from "../core/change/index.ts";
import { compare } from "../core/funnel/index.ts";
import { type Report } from "../report/block.ts";
import { comparisonBody } from "../report/comparison-body.ts";
import { checkReport, findingBlock } from "../report/findings.ts";
import { withoutPay } from "../report/impact/change-words.ts";
import { type ChangeLines } from "../report/impact/detail.ts";
import { impactReport } from "../report/impact/impact.ts";
import { type Call } from "./command.ts";
import { checkedFolder, type OpenedPlan } from "./plans.ts";

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

/** What a change of one plan asks: a report, and the same for tools. */
export interface PlanImpact {
  readonly report: Report;
  readonly body: object;
}

type Sound = OpenedPlan & { readonly sound: NonNullable<OpenedPlan["sound"]> };

const isSound = (opened: OpenedPlan): opened is Sound => opened.sound !== undefined;

const lineOf = (place: ChangePlaces["base"]): string | undefined =>
  place === undefined ? undefined : `${place.file}:${place.range.start.line}`;

/** Where a change stands; a side that has nothing there has no line. */
function linesOf({ kind }: WeighedChange, { base, head }: ChangePlaces): ChangeLines {
  const before = kind === "added" ? undefined : lineOf(base);
  const after = kind === "removed" ? undefined : lineOf(head);
  return {
    ...(before === undefined ? {} : { base: before }),
    ...(after === undefined ? {} : { head: after }),
  };
}

const columnTitle = ({ version }: PointNames["base"], fallback: string): string =>
  version === undefined ? fallback : `${fallback} (version ${version})`;

const unreadable = (call: Call, opened: OpenedPlan, text: string): Report => [
  { kind: "text", tone: "bad", text },
  ...checkReport([checkedFolder(opened, call.asOf)]),
];

function changeBody(change: WeighedChange, places: ChangePlaces, showPay: boolean): object {
  const hidden = !showPay && change.path.split("/").includes("payAtTarget");
  const { before, after, ...rest } = change;
  const seen = (value: unknown): unknown => (showPay ? value : withoutPay(value));
  return {
    ...rest,
    ...(hidden
      ? { hidden: true }
      : {
          ...(before === undefined ? {} : { before: seen(before) }),
          ...(after === undefined ? {} : { after: seen(after) }),
        }),
    lines: linesOf(change, places),
  };
}

/** Both sides can be computed: the whole answer. */
function computed(call: Call, before: Sound, after: Sound, names: PointNames): PlanImpact {
  const showPay = call.options["show-pay"] === true;
  const [base, head] = [before.sound, after.sound];
  const [baseFunnel, headFunnel] = [base.check.funnel(), head.check.funnel()];
  const judgement: Judgement = judge(
    { plan: base.plan, funnel: baseFunnel },
    { plan: head.plan, funnel: headFunnel },
  );
  const comparison = compare(baseFunnel, headFunnel);
  const findings = findingsBetween(before.findings, after.findings);
  const placesOf = (change: WeighedChange): ChangePlaces =>
    changePlaces(change, base.plan, head.plan);
  const { linesOf: textOf } = checkedFolder(after, call.asOf);
  const report = impactReport({
    base: { name: names.base.name, short: columnTitle(names.base, "Before"), plan: base.plan },
    head: { name: names.head.name, short: columnTitle(names.head, "After"), plan: head.plan },
    judgement,
    comparison,
    findings,
    asOf: call.asOf,
    linesOf: (change) => linesOf(change, placesOf(change)),
    findingBlock: (each) => findingBlock(each, textOf),
    approvals: [],
    showPay,
    ...(names.baseMovedOn === undefined ? {} : { baseMovedOn: names.baseMovedOn }),
  });
  const body = {
    plan: head.plan.id,
    title: head.plan.title,
    ...(judgement.class === undefined ? {} : { class: judgement.class }),
    affects: judgement.affects,
    sameMeaning: judgement.sameMeaning,
    changes: judgement.changes.map((each) => changeBody(each, placesOf(each), showPay)),
    findings,
    difference: comparisonBody(comparison),
  };
  return { report, body };
}

/** What a change of one plan asks of each team; findings instead of numbers where a side cannot be computed. */
export function impactOf(
  call: Call,
  { id, before, after }: PlanSides,
  names: PointNames,
): PlanImpact {
  const title: Report = [{ kind: "heading", level: 1, text: `Plan impact: ${id}` }];
  const told = (text: Report, state: string): PlanImpact => ({
    report: [...title, ...text],
    body: { plan: id, state, findings: { fresh: after?.findings ?? [] } },
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
    const findings = checkReport([checkedFolder(after, call.asOf)]);
    return told([{ kind: "text", tone: "strong", text }, ...findings], "new");
  }
  if (!isSound(before)) {
    const text = `${names.base.name} holds documents that make no plan, so there is nothing to compare with:`;
    return told(unreadable(call, before, text), "no-base");
  }
  return computed(call, before, after, names);
}

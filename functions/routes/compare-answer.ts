import { changesBetween } from "../../core/change/index.ts";
import { compare as compareFunnels, type FunnelAnswer } from "../../core/funnel/index.ts";
import { requirementsBody } from "../../report/body.ts";
import { changesBody, comparisonBody } from "../../report/comparison-body.ts";
import { type Answer, representJson } from "../answer.ts";
import { checkedBody } from "./checked-study.ts";
import type { Call } from "./route.ts";
import { readSides, type SentSide } from "./sent-sides.ts";

/** What a side needs; undefined when its documents are no plan. */
function funnelOf({ study }: SentSide): FunnelAnswer | undefined {
  const sound = study.sound();
  return sound.ok ? study.funnel(sound.value) : undefined;
}

const sideBody = (side: SentSide, funnel: FunnelAnswer | undefined): object => ({
  version: side.version,
  checked: checkedBody(side.study),
  ...(funnel === undefined
    ? {}
    : { requirements: { version: side.version, ...requirementsBody(funnel) } }),
});

/** The two plans of the body side by side. */
export async function answerCompare(call: Call): Promise<Answer> {
  const sent = await readSides(call);
  if (!sent.ok) return sent.error;
  const { base, head } = sent.value;
  const sides = [base, head];
  const [before, after] = sides.map((side) => side.study.loaded());
  const [needed, needs] = sides.map(funnelOf);
  const answer = {
    base: sideBody(base, needed),
    head: sideBody(head, needs),
    ...(before?.ok === true && after?.ok === true
      ? changesBody(changesBetween(before.value, after.value))
      : {}),
    ...(needed === undefined || needs === undefined
      ? {}
      : { difference: comparisonBody(compareFunnels(needed, needs)) }),
  };
  return { representation: representJson(answer), caching: "none" };
}

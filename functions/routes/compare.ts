import { changesBetween } from "../../core/change/index.ts";
import { compare as compareFunnels, type FunnelAnswer } from "../../core/funnel/index.ts";
import { requirementsBody } from "../../report/body.ts";
import { changesBody, comparisonBody } from "../../report/comparison-body.ts";
import { type Answer, representJson } from "../answer.ts";
import { checkedBody } from "./checked-study.ts";
import type { Call, Route } from "./route.ts";
import { readSides, type SentSide, sentSidesProblems } from "./sent-sides.ts";

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

async function handle(call: Call): Promise<Answer> {
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

/** What is different between two plans, and what that asks of each function. Nothing is kept. */
export const compare: Route = {
  method: "POST",
  path: "/v1/compare",
  operation: "comparePlans",
  summary: "What is different between two plans, and what each needs; nothing is kept",
  description:
    "Each plan is either sent along or named by its id and version. Answers 200 whether or not they hold together; `changes` needs two plans whose documents can be read, `difference` two that can be computed.",
  body: "api/comparison-request",
  answer: {
    description: "The two plans side by side.",
    mediaType: "application/json",
    schema: "api/comparison",
  },
  problems: sentSidesProblems,
  handle,
};

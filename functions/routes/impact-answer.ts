import { withoutPayAmounts } from "../../report/findings-without-pay.ts";
import { fittingMarkdown, longestComment } from "../../report/fitting-markdown.ts";
import { type ImpactSide, impactAnswer } from "../../report/impact/answer.ts";
import { type Answer, representJson } from "../answer.ts";
import { checkedBody } from "./checked-study.ts";
import type { Call } from "./route.ts";
import { readSides, type SentSide } from "./sent-sides.ts";

const nameOfSide = ({ version, study }: SentSide): string =>
  version === 0 ? `the files sent as ${study.bundle.folder}` : `version ${version}`;

/** A side as it was computed; undefined when its documents are no plan. */
function computed(side: SentSide): ImpactSide | undefined {
  const sound = side.study.sound();
  if (!sound.ok) return undefined;
  return {
    name: nameOfSide(side),
    version: side.version === 0 ? undefined : side.version,
    plan: sound.value,
    funnel: side.study.funnel(sound.value),
    findings: side.study.check().findings,
  };
}

const sideBody = ({ version, study }: SentSide): object => ({
  version,
  checked: checkedBody(study, withoutPayAmounts),
});

/** What the change from one plan of the body to the other asks of each function. */
export async function answerImpact(call: Call): Promise<Answer> {
  const sent = await readSides(call);
  if (!sent.ok) return sent.error;
  const [base, head] = [computed(sent.value.base), computed(sent.value.head)];
  const impact =
    base === undefined || head === undefined
      ? undefined
      : impactAnswer(base, head, { asOf: call.asOf, showPay: false });
  const answer = {
    base: sideBody(sent.value.base),
    head: sideBody(sent.value.head),
    ...(impact === undefined
      ? {}
      : { impact: impact.body, markdown: fittingMarkdown(impact.report, longestComment) }),
  };
  return { representation: representJson(answer), caching: "none" };
}

import { type Findings, passes } from "../../core/finding.ts";
import { checkBody } from "../../report/body.ts";
import type { PlanStudy } from "../plan-study.ts";

/** What the rules say of a plan under study, as JSON: `ok` when nothing is an error. `tell` may keep words of findings back. */
export function checkedBody(
  study: PlanStudy,
  tell: (findings: Findings) => Findings = (findings) => findings,
): object {
  const sound = study.sound();
  const answer = study.check();
  const { folder } = study.bundle;
  return {
    ok: passes(answer.findings),
    ...checkBody(sound.ok ? sound.value.id : undefined, folder, {
      ...answer,
      findings: tell(answer.findings),
    }),
  };
}

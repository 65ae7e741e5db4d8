import type { Commitment } from "../../../schemas/documents.generated.ts";
import type { Pointer, Team } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { titleText } from "../../wording.ts";
import { groupBy } from "../group.ts";

/** The numbers of one duty for one segment and grade: they must follow one another over the plan. */
export interface CommitmentSeries {
  /** How messages name it. */
  readonly name: string;
  readonly team: Team;
  readonly subject: string;
  readonly commitments: readonly { readonly commitment: Commitment; readonly pointer: Pointer }[];
}

/** The series of promised numbers in the SLA, in the order in which they first appear. */
export function commitmentSeries(plan: SoundPlan): readonly CommitmentSeries[] {
  const titles = new Map(plan.segments.map((segment) => [segment.id, segment.title]));
  return plan.documents.sla.value.duties.flatMap((duty, index) => {
    const placed = (duty.supply?.commitments ?? []).map((commitment, each) => ({
      commitment,
      pointer: `/duties/${index}/supply/commitments/${each}`,
    }));
    const grouped = groupBy(
      placed,
      ({ commitment }) => `${commitment.segment}/${commitment.grade ?? ""}`,
    );
    return [...grouped].map(([key, commitments]) => {
      const { segment = "", grade } = commitments[0]?.commitment ?? {};
      return {
        name: `The duty ${titleText(duty.title)} for segment ${titleText(titles.get(segment) ?? segment)}${grade === undefined ? "" : `, grade "${grade}",`}`,
        team: duty.function,
        subject: `${duty.id}/${key}`,
        commitments,
      };
    });
  });
}

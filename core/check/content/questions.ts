import type { Asset, BuyerQuestion } from "../../../schemas/documents.generated.ts";
import type { Pointer } from "../../finding.ts";
import type { SoundPlan, SoundSegment, SoundStage } from "../../plan/index.ts";
import { groupBy } from "../group.ts";
import { stepsOf } from "../steps.ts";

/** The assets that answer a question for the buyers of one segment. */
interface SegmentAnswers {
  readonly segment: SoundSegment;
  readonly assets: readonly Asset[];
}

/** A buyer question, its stage, and what answers it in each segment whose journey has that stage. */
export interface AskedQuestion {
  readonly stage: SoundStage;
  readonly question: BuyerQuestion;
  readonly pointer: Pointer;
  readonly bySegment: readonly SegmentAnswers[];
}

/** Every buyer question with its answers; none when the plan has no content.json. */
export function questionsOf(plan: SoundPlan): readonly AskedQuestion[] {
  const content = plan.documents.content?.value;
  if (content === undefined) return [];
  const answers = groupBy(
    (content.assets ?? []).flatMap((asset) => (asset.answers ?? []).map((id) => ({ id, asset }))),
    ({ id }) => id,
  );
  const through = plan.segments.map((segment) => ({
    segment,
    stages: new Set(stepsOf(segment).flatMap((step) => [step.from.id, step.to.id])),
  }));
  return plan.stages.flatMap((stage) =>
    (stage.document.questions ?? []).map((question, index) => {
      const assets = (answers.get(question.id) ?? []).map(({ asset }) => asset);
      return {
        stage,
        question,
        pointer: `${stage.pointer}/questions/${index}`,
        bySegment: through
          .filter(({ stages }) => stages.has(stage.id))
          .map(({ segment }) => ({
            segment,
            assets: assets.filter(
              (asset) => asset.segments === undefined || asset.segments.includes(segment.id),
            ),
          })),
      };
    }),
  );
}

/** The segments of a question of which something holds: all of its segments, these, or none. */
export function segmentsWhere(
  { bySegment }: AskedQuestion,
  holds: (answers: SegmentAnswers) => boolean,
): { readonly all: boolean; readonly segments: readonly SoundSegment[] } {
  const found = bySegment.filter(holds);
  return {
    all: found.length === bySegment.length,
    segments: found.map(({ segment }) => segment),
  };
}

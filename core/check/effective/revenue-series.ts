import type { AmountByPeriod } from "../../../schemas/documents.generated.ts";
import type { Pointer } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { titleText } from "../../wording.ts";

/** The amounts of one kind of business in one segment. */
export interface GivenSeries {
  /** How messages name it. */
  readonly name: string;
  readonly subject: string;
  readonly pointer: Pointer;
  readonly amounts: AmountByPeriod;
}

const kinds = [
  ["new", "for new business"],
  ["expansion", "for expansion"],
  ["renewal", "for renewal"],
  ["total", "in total"],
] as const;

/** Every revenue series that the targets give by month or quarter; a plain 0 has no months to miss. */
export function revenueSeries(plan: SoundPlan): readonly GivenSeries[] {
  const targets = new Map(
    plan.documents.targets.value.segments.map((each) => [each.id, each.revenue]),
  );
  return plan.segments.flatMap((segment) =>
    kinds.flatMap(([kind, name]) => {
      const amounts = targets.get(segment.id)?.[kind];
      return amounts === undefined || amounts === 0
        ? []
        : [
            {
              name: `The target ${name} in segment ${titleText(segment.title)}`,
              subject: `${segment.id}/${kind}`,
              pointer: `${segment.targetsPointer}/revenue/${kind}`,
              amounts,
            },
          ];
    }),
  );
}

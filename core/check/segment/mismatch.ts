import type {
  Dimensions,
  OrganisedBy,
  PlanDocument,
} from "../../../schemas/documents.generated.ts";
import { listText, titleText } from "../../wording.ts";
import type { Rule, RuleFinding } from "../rule.ts";

type Dimension = Dimensions[number];
type Side = "marketing" | "sales";

const other = (side: Side): Side => (side === "marketing" ? "sales" : "marketing");

/** Dimensions that one side alone is organised by and that no mapping translates. */
function alone(side: Side, organised: OrganisedBy, plan: PlanDocument): readonly RuleFinding[] {
  const others = organised[other(side)];
  return organised[side].flatMap((dimension, index) => {
    const mapped = (plan.mapping ?? []).some((entry) => entry[side][dimension] !== undefined);
    if (others.includes(dimension) || mapped) return [];
    const theirs =
      others.length === 0 ? "by nothing that is written here" : `by ${listText(others)}`;
    return [
      {
        at: { document: "plan", pointer: `/organisedBy/${side}/${index}` },
        message: `Of marketing and sales only ${side} is organised by ${dimension}; ${other(side)} is organised ${theirs}, so nobody can say which part of the one belongs to which part of the other.`,
        help: `Add ${dimension} to "organisedBy" for ${other(side)}, or an entry to "mapping" that names the ${dimension} of ${side} and what it is called in ${other(side)}.`,
        data: {
          actual: side,
          limit: "marketing sales",
          unit: `functions organised by ${dimension}`,
        },
        subject: `${side}/${dimension}`,
      },
    ];
  });
}

/** Dimensions that cut a segment out of the market although neither side is organised by them. */
function unused(organised: OrganisedBy, plan: PlanDocument): readonly RuleFinding[] {
  const used = new Set<Dimension>([...organised.marketing, ...organised.sales]);
  return plan.segments.flatMap((segment, index) =>
    (["geography", "vertical", "size"] as const)
      .filter((dimension) => segment.dimensions?.[dimension] !== undefined && !used.has(dimension))
      .map((dimension) => ({
        at: { document: "plan", pointer: `/segments/${index}/dimensions/${dimension}` },
        message: `The segment ${titleText(segment.title)} is cut out by ${dimension}, but neither marketing nor sales is organised by ${dimension}.`,
        help: `Cut it by ${used.size === 0 ? "what both are organised by" : listText([...used])}, or add ${dimension} to "organisedBy" for both.`,
        data: { actual: dimension, limit: [...used].join(" "), unit: "dimension" },
        subject: `${segment.id}/${dimension}`,
      })),
  );
}

/** Marketing that targets by industry while sales goes by region makes the message fuzzy; both divide the market alike. */
export const mismatch: Rule = {
  id: "segment/mismatch",
  severity: "error",
  summary:
    "Marketing and sales divide the market the same way, or a mapping says how the one belongs to the other.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const document = plan.documents.plan.value;
    const organised = document.organisedBy;
    if (organised === undefined) return [];
    return [
      ...alone("marketing", organised, document),
      ...alone("sales", organised, document),
      ...unused(organised, document),
    ];
  },
};

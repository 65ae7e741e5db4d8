import type { LoadedDocuments } from "../document/index.ts";
import { goalParts } from "./goal-shares.ts";
import { type Expect, idsOf, type KnownIds } from "./known-ids.ts";
import { otherReferences } from "./other-references.ts";
import type { Place, Problems } from "./problem.ts";

/** Refuses every reference that names nothing. The journey's own are checked where its chains are built. */
export function checkReferences(
  documents: LoadedDocuments,
  known: KnownIds,
  problems: Problems,
): void {
  const expect = (
    place: Place,
    what: string,
    word: string | undefined,
    ids: ReadonlySet<string>,
  ): void => {
    if (word !== undefined && !ids.has(word)) problems.unknown(place, what, word, ids);
  };
  planReferences(documents, known, expect);
  slaReferences(documents, known, expect);
  tacticReferences(documents, known, expect);
  otherReferences(documents, known, expect);
}

function planReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const plan = documents.plan.value;
  expect({ document: "plan", pointer: "/sponsor" }, "role", plan.sponsor, known.roles);
  expect({ document: "plan", pointer: "/owner" }, "role", plan.owner, known.roles);
  const metrics = idsOf(plan.metrics);
  if (plan.metrics !== undefined) {
    for (const part of goalParts) {
      expect(
        { document: "plan", pointer: `/goal/${part}/metric` },
        "metric",
        plan.goal[part]?.metric,
        metrics,
      );
    }
  }
  for (const [index, stage] of documents.journey.value.stages.entries()) {
    expect(
      { document: "journey", pointer: `/stages/${index}/owner` },
      "role",
      stage.owner,
      known.roles,
    );
  }
}

function slaReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const duties = documents.sla.value.duties;
  for (const [index, duty] of duties.entries()) {
    const at = (rest: string): Place => ({ document: "sla", pointer: `/duties/${index}/${rest}` });
    expect(at("owner"), "role", duty.owner, known.roles);
    expect(at("counterDuty"), "duty", duty.counterDuty, known.duties);
    expect(at("supply/stage"), "stage", duty.supply?.stage, known.stages);
    expect(at("followUp/stage"), "stage", duty.followUp?.stage, known.stages);
    for (const [each, commitment] of (duty.supply?.commitments ?? []).entries()) {
      expect(
        at(`supply/commitments/${each}/segment`),
        "segment",
        commitment.segment,
        known.segments,
      );
    }
    for (const [each, escalation] of (duty.escalation ?? []).entries()) {
      expect(at(`escalation/${each}/to`), "role", escalation.to, known.roles);
    }
  }
  expect(
    { document: "sla", pointer: "/abandoned/to" },
    "stage",
    documents.sla.value.abandoned?.to,
    known.stages,
  );
}

function tacticReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const stopped = new Set((documents.tactics?.value.stopList ?? []).map((each) => each.id));
  for (const [index, tactic] of (documents.tactics?.value.tactics ?? []).entries()) {
    const at = (rest: string): Place => ({
      document: "tactics",
      pointer: `/tactics/${index}/${rest}`,
    });
    expect(at("owner"), "role", tactic.owner, known.roles);
    for (const [each, stage] of (tactic.brings ?? []).entries()) {
      expect(at(`brings/${each}`), "stage", stage, known.stages);
    }
    for (const [each, transition] of (tactic.transitions ?? []).entries()) {
      expect(at(`transitions/${each}`), "transition", transition, known.transitions);
    }
    for (const [each, segment] of (tactic.segments ?? []).entries()) {
      expect(at(`segments/${each}`), "segment", segment, known.segments);
    }
    expect(at("reinstates/stopped"), "entry on the stop list", tactic.reinstates?.stopped, stopped);
  }
}

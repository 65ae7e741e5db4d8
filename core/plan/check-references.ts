import { type LoadedDocuments } from "../document/index.ts";
import { type Place, type Problems, relatedTo } from "./problem.ts";

/** Ids in a list, refusing one that stands twice. Returns every id. */
export function idsOf(
  documents: LoadedDocuments,
  problems: Problems,
  document: Place["document"],
  listPointer: string,
  list: readonly { readonly id: string }[] | undefined,
): ReadonlySet<string> {
  const first = new Map<string, number>();
  for (const [index, { id }] of (list ?? []).entries()) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else {
      problems.add(
        "document/duplicate-id",
        { document, pointer: `${listPointer}/${index}/id` },
        `The id "${id}" stands twice in this list.`,
        "Give one of the two another id.",
        [
          relatedTo(
            documents,
            { document, pointer: `${listPointer}/${earlier}/id` },
            "the first one",
          ),
        ],
      );
    }
  }
  return new Set(first.keys());
}

/** What the plan's references may name. */
export interface KnownIds {
  readonly roles: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
}

/** Collects the ids of a plan and refuses the ones that stand twice, in every list of every document. */
export function collectIds(documents: LoadedDocuments, problems: Problems): KnownIds {
  const { plan, journey, targets, sla, tactics } = documents;
  const ids = idsOf.bind(undefined, documents, problems);
  ids("plan", "/mapping", plan.value.mapping);
  ids("plan", "/glossary", plan.value.glossary);
  ids("journey", "/lossReasons", journey.value.lossReasons);
  for (const [index, stage] of journey.value.stages.entries()) {
    ids("journey", `/stages/${index}/questions`, stage.questions);
  }
  ids("journey", "/segments", journey.value.segments);
  const transitions = journey.value.segments.flatMap((segment, index) => {
    const listed = ids("journey", `/segments/${index}/transitions`, segment.transitions);
    for (const [step, transition] of segment.transitions.entries()) {
      ids("journey", `/segments/${index}/transitions/${step}/changes`, transition.changes);
    }
    return [...listed];
  });
  ids("targets", "/segments", targets.value.segments);
  for (const [index, segment] of targets.value.segments.entries()) {
    if (Array.isArray(segment.openingPipeline)) {
      ids("targets", `/segments/${index}/openingPipeline`, segment.openingPipeline);
    }
  }
  for (const [index, duty] of sla.value.duties.entries()) {
    ids("sla", `/duties/${index}/supply/commitments`, duty.supply?.commitments);
    ids("sla", `/duties/${index}/escalation`, duty.escalation);
  }
  ids("tactics", "/tactics", tactics?.value.tactics);
  ids("tactics", "/stopList", tactics?.value.stopList);
  return {
    roles: ids("plan", "/roles", plan.value.roles),
    segments: ids("plan", "/segments", plan.value.segments),
    stages: ids("journey", "/stages", journey.value.stages),
    transitions: new Set(transitions),
    duties: ids("sla", "/duties", sla.value.duties),
  };
}

/** Refuses every reference of the plan, the SLA and the tactics that names nothing. The journey's own are checked where its chains are built. */
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
  planReferences(documents, known, expect, problems);
  slaReferences(documents, known, expect);
  tacticReferences(documents, known, expect);
}

type Expect = (
  place: Place,
  what: string,
  word: string | undefined,
  ids: ReadonlySet<string>,
) => void;

function planReferences(
  documents: LoadedDocuments,
  known: KnownIds,
  expect: Expect,
  problems: Problems,
): void {
  const plan = documents.plan.value;
  expect({ document: "plan", pointer: "/sponsor" }, "role", plan.sponsor, known.roles);
  expect({ document: "plan", pointer: "/owner" }, "role", plan.owner, known.roles);
  const metrics = idsOf(documents, problems, "plan", "/metrics", plan.metrics);
  if (plan.metrics !== undefined) {
    for (const part of ["revenue", "profitability", "customerExcellence", "growth"] as const) {
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

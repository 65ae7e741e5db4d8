import { type DocumentKind, documentKinds, type LoadedDocuments } from "../document/index.ts";
import { type Expect, idsOf, type KnownIds } from "./known-ids.ts";
import type { Place } from "./problem.ts";

/** Refuses every reference in the documents that the funnel does without, and from others into them, that names nothing. */
export function otherReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  customerReferences(documents, known, expect);
  contentReferences(documents, known, expect);
  resourceReferences(documents, known, expect);
  compensationReferences(documents, known, expect);
  calendarReferences(documents, expect);
  approvalReferences(documents, expect);
  leadReferences(documents, known, expect);
  sourceReferences(documents, known, expect);
}

const placeIn =
  (document: DocumentKind) =>
  (pointer: string): Place => ({ document, pointer });

function customerReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const at = placeIn("customers");
  for (const [index, { id }] of (documents.customers?.value.segments ?? []).entries()) {
    expect(at(`/segments/${index}/id`), "segment", id, known.segments);
  }
}

function contentReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const at = placeIn("content");
  const content = documents.content?.value;
  const questions = idsOf(documents.journey.value.stages.flatMap((stage) => stage.questions ?? []));
  for (const [index, message] of (content?.messages ?? []).entries()) {
    expect(at(`/messages/${index}/stage`), "stage", message.stage, known.stages);
    for (const [each, segment] of (message.segments ?? []).entries()) {
      expect(at(`/messages/${index}/segments/${each}`), "segment", segment, known.segments);
    }
  }
  for (const [index, asset] of (content?.assets ?? []).entries()) {
    expect(at(`/assets/${index}/owner`), "role", asset.owner, known.roles);
    for (const [each, question] of (asset.answers ?? []).entries()) {
      expect(at(`/assets/${index}/answers/${each}`), "buyer question", question, questions);
    }
    for (const [each, segment] of (asset.segments ?? []).entries()) {
      expect(at(`/assets/${index}/segments/${each}`), "segment", segment, known.segments);
    }
  }
}

function resourceReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const resources = documents.resources?.value;
  if (resources === undefined) return;
  const at = placeIn("resources");
  const lines = idsOf(resources.budget?.lines);
  for (const [index, line] of (resources.budget?.lines ?? []).entries()) {
    expect(at(`/budget/lines/${index}/under`), "budget line", line.under, lines);
  }
  for (const [index, { id }] of (resources.staff ?? []).entries()) {
    expect(at(`/staff/${index}/id`), "role", id, known.roles);
  }
  for (const [index, activity] of (resources.activities ?? []).entries()) {
    expect(at(`/activities/${index}/role`), "role", activity.role, known.roles);
    expect(at(`/activities/${index}/stage`), "stage", activity.stage, known.stages);
  }
  for (const [index, tactic] of (documents.tactics?.value.tactics ?? []).entries()) {
    expect(
      placeIn("tactics")(`/tactics/${index}/budgetLine`),
      "budget line",
      tactic.budgetLine,
      lines,
    );
  }
}

function compensationReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const compensation = documents.compensation.value;
  const at = placeIn("compensation");
  const goals = idsOf(compensation.sharedGoals);
  const register = documents.plan.value.metrics;
  const metrics = idsOf(register);
  const metric = (pointer: string, word: string | undefined): void => {
    if (register !== undefined) expect(at(pointer), "metric", word, metrics);
  };
  for (const [index, goal] of compensation.sharedGoals.entries()) {
    metric(`/sharedGoals/${index}/metric`, goal.metric);
  }
  for (const [index, plan] of compensation.rolePlans.entries()) {
    const here = `/rolePlans/${index}`;
    expect(at(`${here}/role`), "role", plan.role, known.roles);
    metric(`${here}/gate/metric`, plan.gate?.metric);
    for (const [each, component] of plan.components.entries()) {
      const place = `${here}/components/${each}`;
      metric(`${place}/metric`, component.metric);
      expect(at(`${place}/sharedGoal`), "shared goal", component.sharedGoal, goals);
    }
  }
}

function calendarReferences(documents: LoadedDocuments, expect: Expect): void {
  const calendars = idsOf(documents.calendar?.value.calendars);
  for (const [index, duty] of documents.sla.value.duties.entries()) {
    const place = placeIn("sla")(`/duties/${index}/clock/calendar`);
    expect(place, "calendar", duty.clock?.calendar, calendars);
  }
}

function approvalReferences(documents: LoadedDocuments, expect: Expect): void {
  const approvals = documents.approvals.value;
  const at = placeIn("approvals");
  const teams = idsOf(approvals.teams);
  const kinds = new Set<string>(documentKinds.map((each) => each.kind));
  for (const [index, rule] of (approvals.rules ?? []).entries()) {
    expect(at(`/rules/${index}/team`), "team", rule.team, teams);
    for (const [each, kind] of (rule.when.documents ?? []).entries()) {
      expect(at(`/rules/${index}/when/documents/${each}`), "document", kind, kinds);
    }
  }
}

function leadReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const lead = documents["lead-definition"].value;
  const at = placeIn("lead-definition");
  expect(at("/stage"), "stage", lead.stage, known.stages);
  expect(at("/recycling/to"), "stage", lead.recycling?.to, known.stages);
  if (lead.grades === undefined) return;
  const grades = idsOf(lead.grades);
  for (const [index, duty] of documents.sla.value.duties.entries()) {
    for (const [each, commitment] of (duty.supply?.commitments ?? []).entries()) {
      const place = placeIn("sla")(`/duties/${index}/supply/commitments/${each}/grade`);
      expect(place, "grade", commitment.grade, grades);
    }
  }
}

function sourceReferences(documents: LoadedDocuments, known: KnownIds, expect: Expect): void {
  const at = placeIn("sources");
  for (const [index, source] of (documents.sources?.value.sources ?? []).entries()) {
    for (const [each, event] of source.events.entries()) {
      expect(at(`/sources/${index}/events/${each}/stage`), "stage", event.stage, known.stages);
    }
    for (const [value, segment] of Object.entries(source.segment?.values ?? {})) {
      const escaped = value.replaceAll("~", "~0").replaceAll("/", "~1");
      expect(at(`/sources/${index}/segment/values/${escaped}`), "segment", segment, known.segments);
    }
  }
}

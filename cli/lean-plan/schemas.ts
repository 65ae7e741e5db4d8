import { print } from "../../core/document/index.ts";
import approvals from "../../schemas/v1/approvals.json" with { type: "json" };
import calendar from "../../schemas/v1/calendar.json" with { type: "json" };
import common from "../../schemas/v1/common.json" with { type: "json" };
import compensation from "../../schemas/v1/compensation.json" with { type: "json" };
import content from "../../schemas/v1/content.json" with { type: "json" };
import customers from "../../schemas/v1/customers.json" with { type: "json" };
import journey from "../../schemas/v1/journey.json" with { type: "json" };
import leadDefinition from "../../schemas/v1/lead-definition.json" with { type: "json" };
import plan from "../../schemas/v1/plan.json" with { type: "json" };
import resources from "../../schemas/v1/resources.json" with { type: "json" };
import sla from "../../schemas/v1/sla.json" with { type: "json" };
import sources from "../../schemas/v1/sources.json" with { type: "json" };
import tactics from "../../schemas/v1/tactics.json" with { type: "json" };
import targets from "../../schemas/v1/targets.json" with { type: "json" };
import type { NewFile } from "./index.ts";

/** What editors need to help while a plan is written: the schema of every document. */
export const documentSchemas = (): readonly NewFile[] =>
  Object.entries({
    common,
    plan,
    customers,
    journey,
    targets,
    "lead-definition": leadDefinition,
    sla,
    tactics,
    content,
    resources,
    compensation,
    calendar,
    approvals,
    sources,
  }).map(([name, schema]) => ({ name: `${name}.json`, text: print(schema) }));

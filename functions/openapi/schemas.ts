import approvalsBody from "../../schemas/v1/api/approvals.json" with { type: "json" };
import comparison from "../../schemas/v1/api/comparison.json" with { type: "json" };
import comparisonRequest from "../../schemas/v1/api/comparison-request.json" with { type: "json" };
import effective from "../../schemas/v1/api/effective.json" with { type: "json" };
import finding from "../../schemas/v1/api/finding.json" with { type: "json" };
import forecast from "../../schemas/v1/api/forecast.json" with { type: "json" };
import funnel from "../../schemas/v1/api/funnel.json" with { type: "json" };
import health from "../../schemas/v1/api/health.json" with { type: "json" };
import howSure from "../../schemas/v1/api/how-sure.json" with { type: "json" };
import impact from "../../schemas/v1/api/impact.json" with { type: "json" };
import plans from "../../schemas/v1/api/plans.json" with { type: "json" };
import problem from "../../schemas/v1/api/problem.json" with { type: "json" };
import provenance from "../../schemas/v1/api/provenance.json" with { type: "json" };
import requirements from "../../schemas/v1/api/requirements.json" with { type: "json" };
import sensitivity from "../../schemas/v1/api/sensitivity.json" with { type: "json" };
import status from "../../schemas/v1/api/status.json" with { type: "json" };
import validation from "../../schemas/v1/api/validation.json" with { type: "json" };
import validationRequest from "../../schemas/v1/api/validation-request.json" with { type: "json" };
import version from "../../schemas/v1/api/version.json" with { type: "json" };
import versions from "../../schemas/v1/api/versions.json" with { type: "json" };
import whatIf from "../../schemas/v1/api/what-if.json" with { type: "json" };
import whatIfRequest from "../../schemas/v1/api/what-if-request.json" with { type: "json" };
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

/** A JSON Schema 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Every file of schemas/v1 by its path there, without `.json`: in the bundle, so that no disk is needed. */
const schemas = {
  common,
  plan,
  journey,
  targets,
  sla,
  tactics,
  approvals,
  calendar,
  compensation,
  content,
  customers,
  "lead-definition": leadDefinition,
  resources,
  sources,
  "api/approvals": approvalsBody,
  "api/what-if-request": whatIfRequest,
  "api/what-if": whatIf,
  "api/comparison-request": comparisonRequest,
  "api/comparison": comparison,
  "api/how-sure": howSure,
  "api/impact": impact,
  "api/effective": effective,
  "api/finding": finding,
  "api/forecast": forecast,
  "api/funnel": funnel,
  "api/health": health,
  "api/plans": plans,
  "api/problem": problem,
  "api/provenance": provenance,
  "api/requirements": requirements,
  "api/sensitivity": sensitivity,
  "api/status": status,
  "api/validation": validation,
  "api/validation-request": validationRequest,
  "api/version": version,
  "api/versions": versions,
} as const;

/** The name of a schema: its path in schemas/v1 without `.json`. */
export type SchemaName = keyof typeof schemas;

/** The names of all schemas. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the constant above
export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

/** The schema of that name, or undefined. */
export const findSchema = (name: string): JsonSchema | undefined =>
  new Map<string, JsonSchema>(Object.entries(schemas)).get(name);

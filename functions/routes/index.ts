import { approvals } from "./approvals.ts";
import { asOf } from "./as-of.ts";
import { commit } from "./commit.ts";
import { compare } from "./compare.ts";
import { forecast } from "./forecast.ts";
import { health } from "./health.ts";
import { impact } from "./impact.ts";
import { live } from "./live.ts";
import { liveDocument } from "./live-document.ts";
import { liveEffective } from "./live-effective.ts";
import { openapi } from "./openapi.ts";
import { page } from "./page.ts";
import { plans } from "./plans.ts";
import { requirements } from "./requirements.ts";
import type { Route } from "./route.ts";
import { bodySchemas, documentSchemas } from "./schemas.ts";
import { sensitivity } from "./sensitivity.ts";
import { status } from "./status.ts";
import { validate } from "./validate.ts";
import { version } from "./version.ts";
import { versions } from "./versions.ts";
import { whatIf } from "./what-if.ts";

/** Every route of the app, in the order in which the API's description names them. */
export const routes: readonly Route[] = [
  plans,
  live,
  // Before the documents, whose address it would otherwise be.
  liveEffective,
  liveDocument,
  versions,
  version,
  asOf,
  commit,
  status,
  approvals,
  requirements,
  forecast,
  sensitivity,
  whatIf,
  validate,
  compare,
  impact,
  page,
  openapi(() => routes),
  documentSchemas,
  bodySchemas,
  health,
];

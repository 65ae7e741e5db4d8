import { type Command } from "./command.ts";
import { approvals } from "./commands/approvals.ts";
import { check } from "./commands/check.ts";
import { compare } from "./commands/compare.ts";
import { fmt } from "./commands/fmt.ts";
import { forecast } from "./commands/forecast.ts";
import { funnel } from "./commands/funnel.ts";
import { history } from "./commands/history.ts";
import { hold } from "./commands/hold.ts";
import { impact } from "./commands/impact.ts";
import { init } from "./commands/init.ts";
import { publish } from "./commands/publish.ts";
import { resume } from "./commands/resume.ts";
import { rollback } from "./commands/rollback.ts";
import { rules } from "./commands/rules.ts";
import { schema } from "./commands/schema.ts";
import { serve } from "./commands/serve.ts";
import { show } from "./commands/show.ts";
import { status } from "./commands/status.ts";
import { whatIf } from "./commands/what-if.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  init,
  check,
  funnel,
  forecast,
  whatIf,
  compare,
  impact,
  approvals,
  show,
  publish,
  status,
  history,
  rollback,
  resume,
  hold,
  serve,
  fmt,
  rules,
  schema,
];

import { type Command } from "./command.ts";
import { check } from "./commands/check.ts";
import { fmt } from "./commands/fmt.ts";
import { forecast } from "./commands/forecast.ts";
import { funnel } from "./commands/funnel.ts";
import { show } from "./commands/show.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [check, funnel, forecast, show, fmt];

import { sureOfFunnel } from "../../core/funnel/index.ts";
import type { Block } from "../../report/block.ts";
import { checkReport, totalsOf } from "../../report/findings.ts";
import { funnelSummary } from "../../report/funnel.ts";
import { toText } from "../../report/text.ts";
import { type Call, type Command, exitCode, UsageError } from "../command.ts";
import { checkedFolder, type OpenedPlan, openPlans } from "../plans.ts";

const defaultPort = 8787;

/** `jointplan serve`: the API and the page on this machine. */
export const serve: Command = {
  name: "serve",
  summary: "publish the last commit here and serve the API and the page",
  usage: "",
  options: [
    {
      name: "port",
      value: "PORT",
      says: `port to listen on; 0 for any free one (default: PORT, else ${defaultPort})`,
    },
    {
      name: "host",
      value: "HOST",
      says: "address to listen on (default: 127.0.0.1, this machine only)",
    },
  ],
  examples: ["jointplan serve", "jointplan serve --port 9000", "PORT=9000 npm start"],
  run: async (call) => {
    if (call.arguments.length > 0) {
      throw new UsageError(
        "serve takes no folder: it serves every plan in plans/. Go to the folder that holds plans/.",
      );
    }
    for (const name of ["format", "output"]) {
      if (call.options[name] !== undefined) {
        throw new UsageError(
          `serve prints no report, so it takes no --${name}. Leave it out, or use "jointplan funnel".`,
        );
      }
    }
    const { shell } = call;
    const port = portOf(call);
    const host = call.options["host"];
    if (host === "") {
      throw new UsageError("--host is empty; leave it out to listen on this machine only.");
    }
    shell.out(`${toText(await summary(call), { colour: shell.colour })}\n`);
    const { servePlans } = await import("../../functions/local/serve-plans.ts");
    const serving = await servePlans({
      root: shell.root,
      port,
      now: shell.now,
      ...(typeof host === "string" ? { host } : {}),
      report: (incident) => shell.note(`jointplan: ${describe(incident)}`),
    });
    if (!serving.ok) throw new UsageError(`${serving.error.message} ${serving.error.help}`);
    for (const notice of serving.value.notices) shell.out(`${notice}\n`);
    shell.out(`Open ${serving.value.address}  (Ctrl+C ends it)\n`);
    await shell.untilEnded();
    await serving.value.close();
    return exitCode.ok;
  },
};

/** What every plan needs, in short; findings where documents make no plan. */
async function summary(call: Call): Promise<readonly Block[]> {
  const opened = await openPlans(call);
  return opened.flatMap((each): readonly Block[] => {
    if (each.sound === undefined) return checkReport([checkedFolder(each, call.asOf)]);
    const { errors } = totalsOf(each.findings);
    const doubt: readonly Block[] =
      errors === 0
        ? []
        : [
            {
              kind: "text",
              tone: "bad",
              text: `✖ This plan does not hold together: see "jointplan check ${each.folder}".`,
            },
          ];
    return [...summaryOf(each.sound), ...doubt];
  });
}

/** What a plan needs in short, with how sure it is. */
function summaryOf({ plan, check }: NonNullable<OpenedPlan["sound"]>): readonly Block[] {
  const funnel = check.funnel();
  return funnelSummary(funnel, sureOfFunnel(plan, funnel));
}

function portOf(call: Call): number {
  const given = call.options["port"] ?? call.shell.environment["PORT"];
  if (given === undefined || given === "") return defaultPort;
  const port = Number(given);
  if (!/^\d+$/.test(String(given)) || port > 65535) {
    throw new UsageError(
      `The port is ${JSON.stringify(given)}; it must be a number from 0 to 65535.`,
    );
  }
  return port;
}

/** What went wrong while answering, in one line. */
function describe(incident: object): string {
  return JSON.stringify(incident, (_key, value: unknown) =>
    value instanceof Error ? value.message : value,
  );
}

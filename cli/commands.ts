import type { Command } from "./command.ts";

/** How each command is loaded, in the order of the help: a call loads its own command alone, and so starts soon. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import("./commands/init.ts")).init,
  check: async () => (await import("./commands/check.ts")).check,
  funnel: async () => (await import("./commands/funnel.ts")).funnel,
  forecast: async () => (await import("./commands/forecast.ts")).forecast,
  sensitivity: async () => (await import("./commands/sensitivity.ts")).sensitivity,
  "what-if": async () => (await import("./commands/what-if.ts")).whatIf,
  compare: async () => (await import("./commands/compare.ts")).compare,
  impact: async () => (await import("./commands/impact.ts")).impact,
  approvals: async () => (await import("./commands/approvals.ts")).approvals,
  show: async () => (await import("./commands/show.ts")).show,
  publish: async () => (await import("./commands/publish.ts")).publish,
  status: async () => (await import("./commands/status.ts")).status,
  history: async () => (await import("./commands/history.ts")).history,
  rollback: async () => (await import("./commands/rollback.ts")).rollback,
  resume: async () => (await import("./commands/resume.ts")).resume,
  hold: async () => (await import("./commands/hold.ts")).hold,
  serve: async () => (await import("./commands/serve.ts")).serve,
  fmt: async () => (await import("./commands/fmt.ts")).fmt,
  rules: async () => (await import("./commands/rules.ts")).rules,
  schema: async () => (await import("./commands/schema.ts")).schema,
};

/** The names of all commands, in the order of the help. */
export const commandNames: readonly string[] = Object.keys(loaders);

/** The command of a name; `undefined` when there is none. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
}

/** Every command, in the order of the help. */
export async function loadCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}

import { type CalendarDate } from "../core/calendar-date.ts";
import { type CheckAnswer, check } from "../core/check/index.ts";
import { load, type PlanBundle } from "../core/document/index.ts";
import { type Findings } from "../core/finding.ts";
import { resolve, type SoundPlan } from "../core/plan/index.ts";
import {
  findPlanFolders,
  type NotAFolder,
  readPlanFolder,
} from "../functions/local/plan-folder.ts";
import { type CheckedFolder } from "../report/findings.ts";
import { type Call, type ExitCode, exitCode, UsageError } from "./command.ts";
import { failLevels, oneOf } from "./options.ts";
import { withProgress } from "./progress.ts";

/** A plan folder after reading and checking: a sound plan with its check, or the findings that keep it from being one. */
export interface OpenedPlan {
  readonly folder: string;
  readonly bundle: PlanBundle;
  readonly findings: Findings;
  readonly sound: { readonly plan: SoundPlan; readonly check: CheckAnswer } | undefined;
}

/**
 * Reads and checks the plans that a call names; all of `plans/` when it names none.
 *
 * @throws UsageError for a path that is missing or no plan folder.
 */
export async function openPlans(call: Call): Promise<readonly OpenedPlan[]> {
  const named = call.arguments.length > 0 ? call.arguments : await findPlanFolders(call.shell.root);
  if (named.length === 0) {
    throw new UsageError(
      'There is no folder "plans" with a plan here. Name a plan folder, or go to where plans/ is.',
    );
  }
  return await withProgress(call.shell, "Checking plans", async (step) => {
    const opened: OpenedPlan[] = [];
    for (const [index, folder] of named.entries()) {
      step(index, named.length);
      opened.push(await openPlan(folder, call.asOf));
    }
    return opened;
  });
}

async function openPlan(path: string, asOf: CalendarDate): Promise<OpenedPlan> {
  const bundle = await readPlanFolder(path);
  if ("reason" in bundle) throw new UsageError(explainFolder(bundle));
  if (!bundle.files.some((file) => file.name === "plan.json")) {
    throw new UsageError(
      `${bundle.folder} is not a plan folder: it has no plan.json. A plan folder holds plan.json, journey.json, targets.json and sla.json.`,
    );
  }
  const loaded = load(bundle);
  if (!loaded.ok)
    return { folder: bundle.folder, bundle, findings: loaded.error, sound: undefined };
  const resolved = resolve(loaded.value);
  if (!resolved.ok)
    return { folder: bundle.folder, bundle, findings: resolved.error, sound: undefined };
  const answer = check(resolved.value, { asOf });
  return {
    folder: bundle.folder,
    bundle,
    findings: answer.findings,
    sound: { plan: resolved.value, check: answer },
  };
}

function explainFolder(found: NotAFolder): string {
  switch (found.reason) {
    case "missing":
      return `There is no folder ${JSON.stringify(found.path)}.`;
    case "not-a-folder":
      return `${JSON.stringify(found.path)} is not a folder. Name the folder that holds plan.json.`;
    case "too-many-entries":
      return `${JSON.stringify(found.path)} holds too many files to be a plan folder.`;
    case "unreadable":
      return `${JSON.stringify(found.path)} may not be read by this user.`;
    default:
      return found.reason satisfies never;
  }
}

/** What a report needs to show an opened plan's findings. */
export function checkedFolder(opened: OpenedPlan, asOf: CalendarDate): CheckedFolder {
  return {
    folder: opened.folder,
    title: opened.sound?.plan.title,
    asOf,
    findings: opened.findings,
    notRun: opened.sound?.check.notRun ?? [],
    textOf: (path) => {
      const file = opened.bundle.files.find((each) => `${opened.folder}/${each.name}` === path);
      if (file === undefined || !("bytes" in file) || file.bytes.length > 4 * 1024 * 1024)
        return undefined;
      return new TextDecoder().decode(file.bytes);
    },
  };
}

/** The code to end with for these findings: 2 for a newer schema, 1 from the level of `--fail-on` on, else 0. */
export function codeFor(call: Call, findings: Findings): ExitCode {
  if (findings.some((each) => each.rule === "document/newer-schema")) return exitCode.usage;
  const level = oneOf("fail-on", call.options["fail-on"], failLevels, "error");
  if (level === "never") return exitCode.ok;
  const counted = failLevels.slice(0, failLevels.indexOf(level) + 1);
  return findings.some((each) => counted.includes(each.severity)) ? exitCode.findings : exitCode.ok;
}

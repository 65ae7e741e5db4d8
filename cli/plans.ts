import type { CalendarDate } from "../core/calendar-date.ts";
import { check, type SoundCheck } from "../core/check/index.ts";
import { type LoadedPlan, load, type PlanBundle } from "../core/document/index.ts";
import type { Findings } from "../core/finding.ts";
import { resolve, type SoundPlan } from "../core/plan/index.ts";
import { planIdOf } from "../functions/local/working-copy.ts";
import type { CheckedFolder } from "../report/findings.ts";
import { holdsPay, withoutPayAmounts } from "../report/findings-without-pay.ts";
import { type Call, type ExitCode, exitCode } from "./command.ts";
import { failLevels, oneOf } from "./options.ts";
import { foldersOf, readFolder } from "./plan-folder.ts";
import { plansAtPoint } from "./points.ts";
import { withProgress } from "./progress.ts";

/** A plan folder after reading and checking: a sound plan with its check, or the findings that keep it from being one. */
export interface OpenedPlan {
  readonly folder: string;
  readonly bundle: PlanBundle;
  /** The documents, when each of them is one. */
  readonly loaded: LoadedPlan | undefined;
  readonly findings: Findings;
  readonly sound: { readonly plan: SoundPlan; readonly check: SoundCheck } | undefined;
}

/**
 * Reads and checks the plans that a call names; all of `plans/` when it names none. With `--base`, the rules that compare run against
 * the same plan at that point, where it is there and can be computed.
 *
 * @throws UsageError for a path that is missing or no plan folder, and for a point that is none.
 */
export async function openPlans(call: Call): Promise<readonly OpenedPlan[]> {
  const folders = foldersOf(call);
  const { base: word } = call.options;
  const base = typeof word === "string" ? await plansAtPoint(call, word) : undefined;
  return await withProgress(call.shell, "Checking plans", async (step) => {
    const opened: OpenedPlan[] = [];
    for (const [index, folder] of folders.entries()) {
      step(index, folders.length);
      const bundle = readFolder(folder, call);
      const before = base?.plans.get(planIdOf(bundle));
      opened.push(await openPlan(bundle, call, before === undefined ? undefined : soundOf(before)));
    }
    return opened;
  });
}

/** The plan that files make; undefined when they make none. */
function soundOf(bundle: PlanBundle): SoundPlan | undefined {
  const loaded = load(bundle);
  const resolved = loaded.ok ? resolve(loaded.value) : loaded;
  return resolved.ok ? resolved.value : undefined;
}

/** Checks the files of a plan; with a base, the rules that compare with another version run too. */
export async function openPlan(
  bundle: PlanBundle,
  { shell, asOf }: Pick<Call, "shell" | "asOf">,
  base?: SoundPlan,
): Promise<OpenedPlan> {
  const { folder } = bundle;
  const loaded = load(bundle);
  if (!loaded.ok)
    return { folder, bundle, loaded: undefined, findings: loaded.error, sound: undefined };
  const resolved = resolve(loaded.value);
  if (!resolved.ok)
    return { folder, bundle, loaded: loaded.value, findings: resolved.error, sound: undefined };
  await shell.solveAhead(resolved.value);
  const answer = check(resolved.value, { asOf, ...(base === undefined ? {} : { base }) });
  return {
    folder,
    bundle,
    loaded: loaded.value,
    findings: answer.findings,
    sound: { plan: resolved.value, check: answer },
  };
}

/** What a report needs to show an opened plan's findings. */
export function checkedFolder(opened: OpenedPlan, asOf: CalendarDate): CheckedFolder {
  return {
    folder: opened.folder,
    title: opened.sound?.plan.title,
    asOf,
    findings: opened.findings,
    silenced: opened.sound?.check.silenced ?? [],
    notRun: opened.sound?.check.notRun ?? [],
    linesOf: linesOf(opened),
  };
}

/** The same without amounts of pay, for what many people read. */
export function checkedFolderWithoutPay(opened: OpenedPlan, asOf: CalendarDate): CheckedFolder {
  const folder = checkedFolder(opened, asOf);
  return {
    ...folder,
    findings: withoutPayAmounts(folder.findings),
    linesOf: (file) => (holdsPay(file) ? undefined : folder.linesOf(file)),
  };
}

/** The lines of a folder's files; each file is taken apart once, however many findings name it. */
function linesOf({ folder, bundle }: OpenedPlan): CheckedFolder["linesOf"] {
  const known = new Map<string, readonly string[] | undefined>();
  const read = (path: string): readonly string[] | undefined => {
    const file = bundle.files.find((each) => `${folder}/${each.name}` === path);
    if (file === undefined || !("bytes" in file) || file.bytes.length > 4 * 1024 * 1024)
      return undefined;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
    return text.split(/\r\n|\n|\r/);
  };
  return (path) => {
    if (!known.has(path)) known.set(path, read(path));
    return known.get(path);
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

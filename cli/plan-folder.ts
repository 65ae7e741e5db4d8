import { resolve } from "node:path";
import { documentKinds, type PlanBundle } from "../core/document/index.ts";
import { listText } from "../core/wording.ts";
import {
  findPlanFolders,
  type NotAFolder,
  readPlanFolder,
} from "../functions/local/plan-folder.ts";
import { type Call, UsageError } from "./command.ts";

const neededFiles = documentKinds.filter((each) => each.required).map(({ kind }) => `${kind}.json`);

/**
 * The plan folders that a call names; all of `plans/` when it names none.
 *
 * @throws UsageError when there is none.
 */
export function foldersOf({ arguments: named, shell }: Call): readonly string[] {
  const folders = named.length > 0 ? named : findPlanFolders(shell.root);
  if (folders.length === 0) {
    throw new UsageError(
      'There is no folder "plans" with a plan here. Name a plan folder, or go to where plans/ is.',
    );
  }
  return folders;
}

/**
 * The files of a plan folder; findings name them by the path that was given.
 *
 * @throws UsageError for a path that is missing or no plan folder.
 */
export function readFolder(path: string, { shell }: Call): PlanBundle {
  if (path === "") throw new UsageError("A folder is named by nothing. Name a plan folder.");
  const folder = path.replace(/(?<=[^/])\/+$/, "");
  const bundle = readPlanFolder(resolve(shell.root, folder));
  if ("reason" in bundle) {
    const plans = bundle.reason === "missing" ? findPlanFolders(shell.root) : [];
    const there = plans.length === 0 ? "" : ` Plans here: ${plans.slice(0, 12).join(", ")}.`;
    throw new UsageError(`${explain(bundle, folder)}${there}`);
  }
  if (!bundle.files.some((file) => file.name === "plan.json")) {
    throw new UsageError(
      `${JSON.stringify(folder)} is not a plan folder: it has no plan.json. A plan folder holds ${listText(neededFiles)}; "jointplan init" writes a new one.`,
    );
  }
  return { ...bundle, folder };
}

function explain({ reason }: NotAFolder, folder: string): string {
  const named = JSON.stringify(folder);
  switch (reason) {
    case "missing":
      return `There is no folder ${named}.`;
    case "not-a-folder":
      return `${named} is not a folder (links are not followed). Name the folder that holds plan.json.`;
    case "too-many-entries":
      return `${named} holds too many files to be a plan folder.`;
    case "unreadable":
      return `${named} may not be read by this user.`;
    default:
      return reason satisfies never;
  }
}

import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { PlanBundle, PlanFile } from "../../core/document/index.ts";
import { packBundle } from "../store/bundle.ts";
import { findPlanFolders, readPlanFolder } from "./plan-folder.ts";

/** Every plan folder under `root` as it stands on disk, by name; one that cannot be read holds no files. */
export function readWorkingCopy(root: string): readonly PlanBundle[] {
  return findPlanFolders(root).map((folder) => {
    const read = readPlanFolder(join(root, folder));
    return { folder, files: "reason" in read ? [] : read.files };
  });
}

/** The digest that the files have when they are published, 64 hex digits; a file that was refused counts with its reason. */
export function digestOf(files: readonly PlanFile[]): string {
  const hash = createHash("sha256");
  const read = files.flatMap((file) => ("bytes" in file ? [[file.name, file.bytes] as const] : []));
  hash.update(packBundle(new Map(read)));
  for (const file of files)
    if ("refused" in file) hash.update(JSON.stringify([file.name, file.refused]));
  return hash.digest("hex");
}

/** True when both hold the same files, byte for byte. */
export const sameFiles = (a: readonly PlanFile[], b: readonly PlanFile[]): boolean =>
  digestOf(a) === digestOf(b);

/** The id that a plan states in its plan.json; undefined when it states none that can be read. */
export function statedId({ files }: PlanBundle): string | undefined {
  const file = files.find((each) => each.name === "plan.json");
  try {
    const text = file !== undefined && "bytes" in file ? new TextDecoder().decode(file.bytes) : "";
    const value: unknown = JSON.parse(text);
    const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
    return typeof id === "string" && /^[a-z0-9][a-z0-9-]{0,62}$/.test(id) ? id : undefined;
  } catch {
    // It is told as a finding when the plan is asked for.
    return undefined;
  }
}

/** The id that a plan states in its plan.json, or the name of its folder when it states none. */
export const planIdOf = (bundle: PlanBundle): string => statedId(bundle) ?? basename(bundle.folder);

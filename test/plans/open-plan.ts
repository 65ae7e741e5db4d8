import { readdirSync, readFileSync } from "node:fs";
import { load } from "../../core/document/index.ts";
import { resolve, type SoundPlan } from "../../core/plan/index.ts";

/** A plan folder of this repository as a sound plan; throws with its findings when it is none. */
export function openPlan(folder: string): SoundPlan {
  const files = readdirSync(folder).map((name) => ({
    name,
    bytes: readFileSync(`${folder}/${name}`),
  }));
  const loaded = load({ folder, files });
  if (!loaded.ok) throw new Error(loaded.error.map((each) => each.message).join("\n"));
  const resolved = resolve(loaded.value);
  if (!resolved.ok) throw new Error(resolved.error.map((each) => each.message).join("\n"));
  return resolved.value;
}

import { semanticDigest } from "../../core/change/index.ts";
import { load, type PlanBundle } from "../../core/document/index.ts";
import type { ToldContent } from "../publish/rejected.ts";
import { digestOf } from "./working-copy.ts";

/** What tells the files of a plan from others; files that are no documents are told by their bytes alone. */
export function contentOf(bundle: PlanBundle): ToldContent {
  const digest = digestOf(bundle.files);
  const loaded = load(bundle);
  return loaded.ok ? { digest, meaning: semanticDigest(loaded.value) } : { digest };
}

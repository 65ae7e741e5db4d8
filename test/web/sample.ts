import { readdirSync, readFileSync } from "node:fs";
import type { CheckAnswer } from "../../core/check/index.ts";
import { load } from "../../core/document/index.ts";
import { finding } from "../../core/finding.ts";
import { requireFunnel } from "../../core/funnel/index.ts";
import { resolve, type SoundPlan } from "../../core/plan/index.ts";
import type { PageView } from "../../web/page-view.ts";

const asOf = "2026-11-20";

/** A sample plan of the repository, its texts changed by `edit` if given. */
export function samplePlan(
  id: "acme-2027" | "olist-2018",
  edit: (text: string) => string = (text) => text,
): SoundPlan {
  const folder = `plans/${id}`;
  const files = readdirSync(folder).map((name) => ({
    name,
    bytes: new TextEncoder().encode(edit(readFileSync(`${folder}/${name}`, "utf8"))),
  }));
  const loaded = load({ folder, files });
  if (!loaded.ok) throw new Error(`${folder} does not load: ${loaded.error[0]?.message}`);
  const plan = resolve(loaded.value);
  if (!plan.ok) throw new Error(`${folder} does not resolve: ${plan.error[0]?.message}`);
  return plan.value;
}

/** The page's view of a plan, published as version 3, with one finding of each weight. */
export function sampleView(plan: SoundPlan, change: Partial<PageView> = {}): PageView {
  return {
    plan,
    check: sampleCheck(plan.folder),
    funnel: requireFunnel(plan, asOf),
    provenance: {
      version: 3,
      commit: "4c8dfc6a1b2c3d4e5f6a7b8c",
      publishedAt: "2026-11-20T09:30:12.000Z",
      worktree: false,
    },
    otherPlans: [],
    ...change,
  };
}

function sampleCheck(folder: string): CheckAnswer {
  const range = { start: { line: 30, column: 13 }, end: { line: 30, column: 39 } };
  const file = `${folder}/sla.json`;
  return {
    asOf,
    silenced: [],
    notRun: ["id/reused"],
    checkedPlan: undefined,
    findings: [
      finding({
        rule: "journey/rate-stale",
        severity: "info",
        file,
        range,
        message: "An old rate.",
        help: "Measure it.",
      }),
      finding({
        rule: "sla/volume-short",
        severity: "error",
        file,
        range,
        message: "34 are too few.",
        help: "Promise 36.",
      }),
    ],
  };
}

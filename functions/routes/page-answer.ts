import { renderIndexProblem, renderPage } from "../../web/page.ts";
import type { OtherPlan } from "../../web/page-view.ts";
import { stylesheetHash } from "../../web/stylesheet.ts";
import { type Answer, type Representation, represent } from "../answer.ts";
import type { LiveVersion, ServedEntry } from "../plan-reader.ts";
import type { PlanStudy } from "../plan-study.ts";
import { representStudy, unknownPlan } from "./found.ts";
import type { Call } from "./route.ts";

/** The page needs no script and asks for nothing; its one style is named by its hash. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${stylesheetHash}'`,
  "img-src data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
].join("; ");

/** The titles of at most so many other plans are looked up; more are named by their ids. */
const mostTitles = 20;

const html = (text: string): Representation => represent(text, "text/html; charset=utf-8");

/** The plan's title, or its id when its files do not say. */
async function titleOf(call: Call, id: string): Promise<string> {
  const live = await call.plans.live(id);
  const study = live === undefined ? undefined : await call.library.study(live, call.asOf);
  const sound = study?.ok === true ? study.value.sound() : undefined;
  return sound?.ok === true ? sound.value.title : id;
}

async function otherPlans(
  call: Call,
  entries: readonly ServedEntry[],
  shown: string,
): Promise<readonly OtherPlan[]> {
  const others = entries.filter((each) => each.plan !== shown);
  return Promise.all(
    others.map(async ({ plan: id }, index) => ({
      id,
      title: index < mostTitles ? await titleOf(call, id) : id,
      href: `/?plan=${encodeURIComponent(id)}`,
    })),
  );
}

function pageOf(
  { version, published, head }: LiveVersion,
  study: PlanStudy,
  others: readonly OtherPlan[],
): Representation {
  const sound = study.sound();
  if (!sound.ok) {
    const told = study.check().findings.slice(0, 100);
    const lines = told.map(({ file, range, message, help }) =>
      [
        `${file}${range === undefined ? "" : `:${range.start.line}:${range.start.column}`}`,
        message,
        help,
      ].join("\n"),
    );
    return html(renderIndexProblem("This plan does not hold together yet", lines.join("\n\n")));
  }
  return html(
    renderPage({
      plan: sound.value,
      check: study.check(),
      funnel: study.funnel(sound.value),
      provenance: {
        version: published === undefined ? undefined : version,
        commit: published?.commit,
        publishedAt: published?.publishedAt,
        worktree: published === undefined,
        ...(head?.hold === undefined ? {} : { hold: head.hold }),
      },
      otherPlans: others,
    }),
  );
}

/** The page of the plan that the query names, or of the first one. */
export async function answerPage(call: Call): Promise<Answer> {
  const entries = await call.plans.plans();
  const asked = call.query("plan");
  const id = asked ?? entries[0]?.plan;
  const headers = { "Content-Security-Policy": policy };
  if (id === undefined) {
    const text = "Put a plan into plans/ and commit it, then publish it with: jointplan publish";
    return {
      representation: html(renderIndexProblem("There is no plan yet", text)),
      caching: "none",
      headers,
    };
  }
  const live = await call.plans.live(id);
  if (live === undefined) return unknownPlan(id);
  const others = await otherPlans(call, entries, id);
  const variant = JSON.stringify([others, live.head?.hold ?? null]);
  const shown = { operation: "page", variant, caching: "live", daily: true } as const;
  const answer = await representStudy(call, live, shown, (study) => pageOf(live, study, others));
  return "problem" in answer ? answer : { ...answer, headers };
}

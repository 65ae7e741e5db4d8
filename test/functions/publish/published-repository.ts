import { readFileSync } from "node:fs";
import { join } from "node:path";
import { print } from "../../../core/document/index.ts";
import { type PublishedCommit, publishPlans } from "../../../functions/local/publish-plans.ts";
import type { PlanSource } from "../../../functions/source/source.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { basePlan } from "../../core/check/base-plan.ts";
import { newRepository, type TestRepository } from "../source/repository.ts";

/** The plan of these repositories, and its folder. */
export const plan = "growth-2027";
export const folder = `plans/${plan}`;

/** A repository that holds the base plan, edited as people do. */
export interface PlanRepository extends TestRepository {
  /** Gives the plan a title in a commit. */
  readonly title: (title: string) => void;
  /** Changes another document, which no change of the title can meet, in a commit. */
  readonly exit: (exit: string) => void;
  /** Gives the plan another number of months in a commit. */
  readonly months: (months: string) => void;
  /** Changes the file beside the plans in a commit. */
  readonly readme: (text: string) => void;
}

/** A new repository whose first commit holds the plan with the title "One". */
export function newPlanRepository(): PlanRepository {
  const repository = newRepository();
  for (const [kind, document] of Object.entries(basePlan)) {
    repository.write(`${folder}/${kind}.json`, print(document));
  }
  repository.git("config", "gc.auto", "0");
  repository.git("config", "maintenance.auto", "false");
  const commitAll = (message: string): void => {
    repository.git("commit", "--quiet", "--all", "--message", message);
  };
  const replace = (file: string, pattern: RegExp, by: string): void => {
    const path = `${folder}/${file}`;
    const text = readFileSync(join(repository.root, path), "utf8");
    repository.write(path, text.replace(pattern, by));
    return commitAll(by);
  };
  const made: PlanRepository = {
    ...repository,
    title: (title) => replace("plan.json", /(?<=^ {2}"title": ")[^"]*/m, title),
    exit: (exit) => replace("journey.json", /(?<="exit": ")[^"]*/, exit),
    months: (months) => replace("plan.json", /(?<="months": )\d+/, months),
    readme(text) {
      repository.write("README.md", text);
      commitAll(text);
    },
  };
  repository.write("README.md", "Plans.");
  repository.git("add", "--all");
  made.title("One");
  return made;
}

/** Publishes what is checked out, or a revision. Fails the test where nothing could be tried. */
export async function publishFrom(
  source: PlanSource,
  table: Table,
  revision = "HEAD",
): Promise<PublishedCommit> {
  const published = await publishPlans({
    revision,
    store: { table },
    source,
    now: () => "2026-12-01T09:00:00.000Z",
    actor: "dana",
  });
  if (!published.ok) throw new Error(published.error.message);
  return published.value;
}

/** What a publish said, in a few words: of each plan what became of it, and which are not there. */
export const inWords = ({ plans, absent }: PublishedCommit): string =>
  [
    ...plans.map((each) => {
      if (each.outcome === "refused")
        return ["refused", ...each.reasons.map(({ reason }) => reason)].join(" ");
      return "version" in each ? `${each.outcome} ${each.version}` : each.outcome;
    }),
    ...absent.map(({ version }) => `absent, ${version} stays`),
  ].join(", ");

/** The title that is live, and the newest commit that was looked at. */
export async function liveIn(table: Table) {
  const store = planStore(table, 0);
  const [read, head] = [await store.readLive(plan), await store.head(plan)];
  if (read?.ok !== true || head === undefined) throw new Error("nothing whole is live");
  const text = new TextDecoder().decode(read.value.documents.get("plan.json"));
  const { title } = JSON.parse(text) as { readonly title: string };
  return { title, observed: head.observedCommit };
}

/** Runs the commands of git that a way out names after "Run: ". */
export function follow({ git }: Pick<TestRepository, "git">, help: string): void {
  const [, line = ""] = /Run: (.*)$/.exec(help) ?? [];
  if (line === "") throw new Error(`no command is named: ${help}`);
  for (const command of line.split(" && ")) {
    const [program, ...words] = command.split(" ");
    if (program !== "git") throw new Error(`no command of git: ${command}`);
    git(...words);
  }
}

/** The first way out that a publish names. */
export function helpOf({ plans }: PublishedCommit): string {
  const [first] = plans;
  if (first?.outcome !== "refused") throw new Error("it was not refused");
  return first.reasons[0].help;
}

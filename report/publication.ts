import { type Report } from "./block.ts";
import { uncommittedNote } from "./status.ts";

/** What became of the plans of one commit; the shape that publishing gives, without its findings. */
export interface PublicationOutcome {
  readonly commit: string;
  readonly commitTime: string;
  readonly plans: readonly {
    readonly folder: string;
    readonly plan: string;
    readonly outcome: "published" | "replayed" | "unchanged" | "superseded" | "refused";
    readonly version?: number;
    readonly refused?: { readonly reason: string; readonly message: string; readonly help: string };
  }[];
}

type PlanOutcome = PublicationOutcome["plans"][number];

/** One sentence for what became of a plan. */
export function outcomeSentence({ plan, outcome, version, refused }: PlanOutcome): string {
  const live = `version ${version ?? ""}`.trim();
  switch (outcome) {
    case "published":
      return `${plan}: ${live} is live now.`;
    case "replayed":
      return `${plan}: this commit was published before, as ${live}.`;
    case "unchanged":
      return `${plan}: nothing changed; ${live} stays live.`;
    case "superseded":
      return `${plan}: a newer commit is live already.`;
    case "refused":
      return `${plan}: not published. ${refused?.message ?? ""} ${refused?.help ?? ""}`.trim();
    default:
      return outcome satisfies never;
  }
}

/** What was published from a commit, a line a plan. */
export function publicationReport(published: PublicationOutcome, uncommitted = false): Report {
  return [
    {
      kind: "text",
      text: `Commit ${published.commit.slice(0, 10)} of ${published.commitTime.slice(0, 10)}:`,
    },
    { kind: "list", items: published.plans.map(outcomeSentence) },
    ...(uncommitted
      ? [{ kind: "text" as const, tone: "warning" as const, text: uncommittedNote }]
      : []),
  ];
}

/** The same for tools. */
export function publicationBody(published: PublicationOutcome): object {
  return {
    commit: published.commit,
    commitTime: published.commitTime,
    plans: published.plans.map(({ folder, plan, outcome, version, refused }) => ({
      folder,
      plan,
      outcome,
      ...(version === undefined ? {} : { version }),
      ...(refused === undefined ? {} : { refused }),
    })),
  };
}

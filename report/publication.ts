import type { Report } from "./block.ts";
import { uncommittedNote } from "./status.ts";

/** One reason why a plan was not published, and the way out. */
interface Reason {
  readonly reason: string;
  readonly message: string;
  readonly help: string;
}

/** What became of the plans of one commit; the shape that publishing gives, without its findings. */
export interface PublicationOutcome {
  readonly commit: string;
  readonly commitTime: string;
  readonly plans: readonly ({ readonly folder: string; readonly plan: string } & (
    | {
        readonly outcome: "published" | "replayed" | "unchanged";
        readonly version: number;
        /** The live version, where it is another one. */
        readonly live?: number;
      }
    | { readonly outcome: "superseded" }
    | { readonly outcome: "refused"; readonly reasons: readonly [Reason, ...Reason[]] }
  ))[];
  /** Plans that the commit does not hold and that stay live all the same. */
  readonly absent: readonly { readonly plan: string; readonly version: number }[];
}

type PlanOutcome = PublicationOutcome["plans"][number];

/** What became of a plan: one sentence, or one for each reason why it was refused. */
export function outcomeSentences(of: PlanOutcome): readonly string[] {
  const { plan } = of;
  switch (of.outcome) {
    case "published":
      return [`${plan}: version ${of.version} is live now.`];
    case "replayed":
      return [
        of.live === undefined
          ? `${plan}: this commit was published before, as version ${of.version}.`
          : `${plan}: nothing was done; this commit was published before, as version ${of.version}, and version ${of.live} is live. "jointplan history ${plan}" says why.`,
      ];
    case "unchanged":
      return [`${plan}: nothing changed; version ${of.version} stays live.`];
    case "superseded":
      return [`${plan}: nothing was done; a newer commit was published before.`];
    case "refused":
      return of.reasons.map(
        ({ message, help }, index) =>
          `${plan}: ${index === 0 ? "not published." : "also in the way:"} ${message} ${help}`,
      );
    default:
      return of satisfies never;
  }
}

const absentSentence = ({ plan, version }: PublicationOutcome["absent"][number]): string =>
  `${plan}: the commit does not hold this plan; version ${version} stays live. If it was taken away by mistake, bring its folder back.`;

/** What was published from a commit, a line a plan and a line for each further reason why one was not. */
export function publicationReport(published: PublicationOutcome, uncommitted = false): Report {
  const { commit, commitTime, plans, absent } = published;
  return [
    { kind: "text", text: `Commit ${commit.slice(0, 10)} of ${commitTime.slice(0, 10)}:` },
    { kind: "list", items: [...plans.flatMap(outcomeSentences), ...absent.map(absentSentence)] },
    ...(uncommitted
      ? [{ kind: "text" as const, tone: "warning" as const, text: uncommittedNote }]
      : []),
  ];
}

/** The same for tools: what was published, without what the rules said. */
export function publicationBody(published: PublicationOutcome): object {
  return {
    commit: published.commit,
    commitTime: published.commitTime,
    plans: published.plans.map((each) => ({
      folder: each.folder,
      plan: each.plan,
      outcome: each.outcome,
      ...("version" in each ? { version: each.version } : {}),
      ...("reasons" in each ? { reasons: each.reasons } : {}),
    })),
    absent: published.absent,
  };
}

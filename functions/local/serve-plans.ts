import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { err, ok, type Result } from "../../core/result.ts";
import { createApp, type Incident } from "../app.ts";
import type { PlanReader } from "../plan-reader.ts";
import { requestLimit, workLimit } from "../request-limit.ts";
import { gitSource } from "../source/git.ts";
import type { PlanSource } from "../source/source.ts";
import { storeReader } from "../store-reader.ts";
import { toolVersion } from "../version.ts";
import { type Listening, listen, type NotListening } from "./listen.ts";
import { refuseForeign } from "./loopback.ts";
import { type PlanPublication, type PublishedCommit, publishPlans } from "./publish-plans.ts";
import { openStore, storePath } from "./store.ts";
import { type TellFailure, tellHourly } from "./tell-hourly.ts";
import { worktreeReader } from "./worktree-reader.ts";

/** A wish to serve the plans of a folder on this machine. */
export interface ServeRequest {
  /** The folder that holds `plans/`. */
  readonly root: string;
  /** 0 for any free port. */
  readonly port: number;
  /** `127.0.0.1` by default. */
  readonly host?: string;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: () => string;
  /** Who publishes the commit that is checked out; `serve` by default. */
  readonly actor?: string;
  /** What went wrong while answering, or while telling what took effect; told nobody by default. */
  readonly report?: (incident: Incident | TellFailure) => void;
}

/** Plans that are being served. */
export interface Serving extends Listening {
  /** `published`: from the store, after publishing what is checked out. `worktree`: the files as they stand, read again at each request. */
  readonly from: "published" | "worktree";
  /** The ids of the plans when the server started. */
  readonly plans: readonly string[];
  /** What became of each plan of the commit that is checked out; none for a working copy. */
  readonly publications: readonly PlanPublication[];
  /** Lines for the person who started it: what is served and what is not, and that there is no authentication. */
  readonly notices: readonly string[];
}

interface Plans {
  readonly reader: PlanReader;
  readonly from: Serving["from"];
  readonly publications: readonly PlanPublication[];
  readonly notices: readonly string[];
  readonly close: () => Promise<void>;
}

/** One line for each reason why a plan is not live as it is checked out. */
function noticesOf(publication: PlanPublication): readonly string[] {
  const { folder, plan, outcome } = publication;
  if (outcome === "refused") {
    return publication.reasons.map(
      ({ message, help }) => `${folder} was not published: ${message} ${help}`,
    );
  }
  return outcome === "superseded"
    ? [`${folder} was not published: a newer commit of plan "${plan}" is live.`]
    : [];
}

const worktree = (root: string, why: string): Plans => ({
  reader: worktreeReader(root),
  from: "worktree",
  publications: [],
  notices: [`Serving the working copy, read again at each request; nothing is published: ${why}`],
  close: async () => undefined,
});

/** Why the working copy itself must be served, or undefined when it is what was committed. */
async function whyWorktree(source: PlanSource): Promise<string | undefined> {
  if ((await source.head()) === undefined) return "there is no git commit here.";
  return (await source.isDirty())
    ? "the files in plans/ are not those of the last commit."
    : undefined;
}

const servedNotices = ({ commit, plans, absent }: PublishedCommit): readonly string[] => [
  `Serving what is published, with commit ${commit.slice(0, 10)}.`,
  ...plans.flatMap(noticesOf),
  ...absent.map(
    ({ plan, version }) =>
      `Version ${version} of plan "${plan}" is served still; the commit does not hold this plan.`,
  ),
];

async function plansOf(request: ServeRequest): Promise<Plans> {
  const { root, now, actor = "serve", report = () => undefined } = request;
  const source = gitSource(root);
  const why = await whyWorktree(source);
  if (why !== undefined) return worktree(root, why);
  const store = openStore(join(root, storePath));
  // Before the publish: what took effect since the last time belongs to what was live till now.
  const telling = await tellHourly({ store, now, report });
  const close = async (): Promise<void> => {
    await telling.stop();
    store.close();
  };
  try {
    const published = await publishPlans({ store, source, now, actor });
    if (!published.ok) {
      await close();
      return worktree(root, published.error.message);
    }
    return {
      reader: storeReader(store.plans),
      from: "published",
      publications: published.value.plans,
      notices: servedNotices(published.value),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const unprotected = "There is no authentication: whoever reaches this address reads every plan.";

/**
 * Serves the plans of a folder: the API and the page.
 *
 * When the files in `plans/` are those of the commit that is checked out, that commit is published into the embedded store first
 * and the store is served; otherwise the files themselves are, and nothing is written.
 *
 * @returns The server, or why its port cannot be used.
 * @throws TableUnavailable, SourceRefusal, or what git said when it failed.
 */
export async function servePlans(request: ServeRequest): Promise<Result<Serving, NotListening>> {
  const { host = "127.0.0.1", port, now } = request;
  const plans = await plansOf(request);
  const app = createApp({
    plans: plans.reader,
    now,
    requestId: randomUUID,
    toolVersion,
    report: request.report ?? (() => undefined),
    refuse: refuseForeign(host),
    limit: requestLimit(workLimit),
  });
  const listening = await listen((each) => app.fetch(each), port, host);
  if (!listening.ok) {
    await plans.close();
    return err(listening.error);
  }
  const entries = await plans.reader.plans();
  return ok({
    address: listening.value.address,
    from: plans.from,
    plans: entries.map((entry) => entry.plan),
    publications: plans.publications,
    notices: [...plans.notices, unprotected],
    async close() {
      await listening.value.close();
      await plans.close();
    },
  });
}

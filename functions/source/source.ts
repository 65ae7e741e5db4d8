import type { PlanBundle } from "../../core/document/index.ts";

/** Where the commits are that a plan is published from. Commits are full object ids: 40 or 64 hex digits. */
export interface PlanSource {
  /** The commit that is checked out, or undefined when there is no repository or no commit yet. */
  head(): Promise<string | undefined>;
  /**
   * The commit that a name stands for: `HEAD`, a branch, a tag, or an object id of 7 digits or more. A branch goes before a tag.
   * Undefined when there is none, or when the name is none that is safe to ask for.
   */
  commitOf(revision: string): Promise<string | undefined>;
  /** Those of some full object ids that are commits here; one question, however many they are. */
  commitsAmong(objects: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * The commits up to and including `until` on the line of first parents that changed a file, newest first, each asked for as it is
   * wanted.
   *
   * @param path The file from the folder that holds `plans/` on, such as `plans/acme-2027/approvals.json`.
   * @throws SourceRefusal after the last of them, when history does not reach far enough to tell whether there are more.
   */
  changesOf(until: string, path: string): AsyncIterable<string>;
  /**
   * The plan folders of a commit, such as `plans/acme-2027`, by name; also what only looks like one, which {@link bundleAt} refuses.
   *
   * @throws SourceRefusal when `plans/` holds too much to be looked at.
   */
  planFolders(commit: string): Promise<readonly string[]>;
  /**
   * The files of a plan folder as they were committed, or undefined when there is no such folder.
   *
   * @throws SourceRefusal when it is a link or another repository, holds too much, or it or a document in it has a name that not
   * every system can tell from another.
   */
  bundleAt(commit: string, folder: string): Promise<PlanBundle | undefined>;
  /**
   * True when `older` comes before `newer` on the line of first parents. A commit does not come before itself.
   *
   * @throws SourceRefusal when one of them is not here, or history does not reach far enough to tell.
   */
  isAncestor(older: string, newer: string): Promise<boolean>;
  /**
   * The commits after `from` up to and including `until` on the line of first parents, oldest first; empty when they are the same,
   * undefined when `from` is not on that line.
   *
   * @throws SourceRefusal when one of them is not here, or history does not reach far enough to tell.
   */
  firstParents(from: string, until: string): Promise<readonly string[] | undefined>;
  /**
   * The newest commit that both commits come from, such as where a branch was left; undefined when they share none.
   *
   * @throws SourceRefusal when history does not reach far enough to tell.
   */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** When the commit was made, UTC as `Date.toISOString` writes it. */
  commitTime(commit: string): Promise<string>;
  /** True when the plans of the working copy are not those of the commit that is checked out, byte for byte. */
  isDirty(): Promise<boolean>;
}

/** What a source will not do, or cannot tell; `help` is the way out. */
export class SourceRefusal extends Error {
  override readonly name = "SourceRefusal";
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

import type { CalendarDate } from "../core/calendar-date.ts";
import type { SoundPlan } from "../core/plan/index.ts";
import type { Report } from "../report/block.ts";
import type { FolderFindings } from "../report/formats/checked-rules.ts";

/** What a command meets of the machine it runs on; everything else comes in as arguments. */
export interface Shell {
  /** The folder in which the command was called. */
  readonly root: string;
  /** Writes to stdout, which carries the report alone. */
  readonly out: (text: string) => void;
  /** Writes to stderr: progress and notices. */
  readonly note: (text: string) => void;
  readonly colour: boolean;
  readonly interactive: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: () => string;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** Solves the segments of a large plan on all cores, before its funnel is asked for. */
  readonly solveAhead: (plan: SoundPlan) => Promise<void>;
  /** Ends the process at once, as a crash would; for tests of what a crash leaves behind. */
  readonly stopHere: () => void;
  /** Resolves when the process is asked to end. */
  readonly untilEnded: () => Promise<void>;
}

/** An option of a command: `--name VALUE`, or a switch without a value. */
export interface Option {
  readonly name: string;
  /** What stands for the value in the help; absent for a switch. */
  readonly value?: string;
  readonly says: string;
  readonly repeated?: boolean;
}

/** Exit codes; 1 also stands for a difference or a missing approval, 2 for a wrong call. */
export const exitCode = { ok: 0, findings: 1, usage: 2, precondition: 3, remote: 4 } as const;

/** One of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A wrong call, or something missing that the caller must provide: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What the caller asked for, read from the command line. */
export interface Call {
  readonly shell: Shell;
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly asOf: CalendarDate;
}

/** A command's answer: one report in two forms, and the code to end with. */
export interface Answer {
  readonly title: string;
  readonly report: Report;
  /** The same answer for tools. */
  readonly body: object;
  /** What was found in each folder, for the formats that carry findings; paths as the caller gave them. */
  readonly findings?: readonly FolderFindings[];
  /** The text of a file, which `--format text` prints as it is in place of the report. */
  readonly text?: string;
  /** At most so many characters of Markdown, where it goes to a place that takes no more; details give way first. */
  readonly mostCharacters?: number;
  readonly code: ExitCode;
}

/** A command of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name, for example `[FOLDER …]`. */
  readonly usage: string;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  /** Does the work. `undefined` in place of an answer when the command printed by itself, as `serve` does. */
  readonly run: (call: Call) => Promise<Answer | ExitCode>;
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Shell } from "../../cli/command.ts";
import { main } from "../../cli/main.ts";
import { print } from "../../core/document/index.ts";
import { baseDay, basePlan } from "../core/check/base-plan.ts";

/** What one call printed, and the code that it ended with. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of a test's own, and the command line called in it. */
export interface Terminal {
  readonly root: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly read: (path: string) => string;
  /** Replaces one piece of a file's text, as an author does; refuses a piece that is not there. */
  readonly edit: (path: string, from: string, to: string) => void;
  /** Calls `main` in this process with the words of a line. */
  readonly run: (line: string | readonly string[], change?: Partial<Shell>) => Promise<Ran>;
  /** The same as a reader would see it: the line, what it printed (stderr marked), and its exit code. */
  readonly shows: (line: string) => Promise<string>;
  readonly remove: () => void;
}

/** The folder of the plan that every terminal begins with. */
export const folder = "plans/growth-2027";

/** A terminal in a new folder that holds the base plan, or nothing. */
export function newTerminal(begin: "base plan" | "nothing" = "base plan"): Terminal {
  const root = mkdtempSync(join(tmpdir(), "jointplan-cli-"));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  if (begin === "base plan") {
    for (const [kind, document] of Object.entries(basePlan)) {
      write(`${folder}/${kind}.json`, print(document));
    }
  }
  const run: Terminal["run"] = async (line, change = {}) => {
    let out = "";
    let err = "";
    const words = typeof line === "string" ? line.split(" ").filter(Boolean) : line;
    const code = await main(words, {
      root,
      out: (text) => (out += text),
      note: (text) => (err += `${text}\n`),
      colour: false,
      interactive: false,
      environment: {},
      now: () => `${baseDay}T12:00:00.000Z`,
      writeFile: async (path, text) => write(path, text),
      solveAhead: async () => {},
      stopHere: () => undefined,
      untilEnded: async () => {},
      ...change,
    });
    return { code, out, err };
  };
  return {
    root,
    write,
    read,
    edit(path, from, to) {
      const before = read(path);
      if (!before.includes(from)) throw new Error(`${path} does not hold ${from}`);
      write(path, before.replace(from, to));
    },
    run,
    shows: async (line) => transcript(line, await run(line)).replaceAll(root, "~"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A call as a reader sees it in a terminal. */
export function transcript(line: string, { code, out, err }: Ran): string {
  const errors = err.replace(/\n$/, "").replaceAll(/^/gm, "stderr: ");
  return [`$ jointplan ${line}`, out.replace(/\n$/, ""), err === "" ? "" : errors, `exit ${code}`]
    .filter((each) => each !== "")
    .join("\n");
}

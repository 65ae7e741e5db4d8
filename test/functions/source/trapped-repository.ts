import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder, newRepository, type TestRepository } from "./repository.ts";

/** A repository in which everything that git can be made to run is a trap, and git itself is watched. */
export interface TrappedRepository extends TestRepository {
  /** What the traps left behind: a file each. */
  readonly caught: () => readonly string[];
  /** Every file of the repository and its folder, but for the store. */
  readonly files: () => readonly string[];
  /** What git was called with since the last look, a line a call. */
  readonly calls: () => readonly string[];
}

const hooks = [
  "post-checkout",
  "post-index-change",
  "post-merge",
  "pre-commit",
  "reference-transaction",
  "fsmonitor-watchman",
];

/** What git runs, or prints otherwise, when it is configured so; `bait` gives a command that leaves a file behind. */
const settings = (bait: (name: string) => string): readonly (readonly [string, string])[] => [
  ["filter.trap.clean", bait("clean")],
  ["filter.trap.smudge", bait("smudge")],
  ["filter.trap.process", bait("process")],
  ["diff.trap.textconv", bait("textconv")],
  ["diff.trap.command", bait("diff-command")],
  ["diff.external", bait("diff-external")],
  ["core.fsmonitor", bait("fsmonitor")],
  ["core.pager", bait("pager")],
  ["pager.show", bait("pager-show")],
  ["pager.ls-tree", bait("pager-ls-tree")],
  ["core.editor", bait("editor")],
  ["core.sshCommand", bait("ssh")],
  ["core.alternateRefsCommand", bait("alternate-refs")],
  ["credential.helper", `!${bait("credential")}`],
  ["gpg.program", bait("gpg")],
  ["log.showSignature", "true"],
  ["log.diffMerges", "separate"],
  ["log.showRoot", "true"],
  ["format.pretty", "format:TRAP %H"],
  ["color.ui", "always"],
  ["core.quotePath", "false"],
  ["core.autocrlf", "true"],
  ["i18n.logOutputEncoding", "UTF-16"],
  ["protocol.ext.allow", "always"],
  ["alias.show", `!${bait("alias-show")}`],
  ["alias.ls-tree", `!${bait("alias-ls-tree")}`],
  ["alias.rev-parse", `!${bait("alias-rev-parse")}`],
];

/** What the attributes of a hostile tree ask for. */
export const attributes =
  "* filter=trap diff=trap merge=trap export-subst ident eol=crlf working-tree-encoding=UTF-16\n";

/** A new one. Git is watched for as long as it is there, so `remove` must be called. */
export function newTrappedRepository(): TrappedRepository {
  const repository = newRepository();
  // Before the traps are set, which work: this would be caught.
  repository.commit("nothing yet");
  const [canary, bin] = [newFolder(), newFolder()];
  const bait = (name: string): string => `touch ${join(canary, name)}`;
  for (const [key, value] of settings(bait)) repository.git("config", key, value);
  const attributesFile = join(bin, "attributes");
  writeFileSync(attributesFile, attributes);
  repository.git("config", "core.attributesFile", attributesFile);
  repository.write(".git/info/attributes", attributes);
  mkdirSync(join(repository.root, ".git/hooks"), { recursive: true });
  for (const hook of hooks) {
    const path = join(repository.root, ".git/hooks", hook);
    writeFileSync(path, `#!/bin/sh\n${bait(hook)}\n`, { mode: 0o755 });
  }

  const log = join(bin, "calls");
  writeFileSync(log, "");
  const real = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
  const watched = `#!/bin/sh\nprintf '%s\\n' "$*" >>${log}\nexec ${real} "$@"\n`;
  writeFileSync(join(bin, "git"), watched, { mode: 0o755 });
  const path = process.env["PATH"];
  process.env["PATH"] = `${bin}:${path}`;

  return {
    ...repository,
    caught: () => readdirSync(canary),
    files: () =>
      readdirSync(repository.root, { recursive: true, encoding: "utf8" })
        .filter((name) => !name.startsWith(".jointplan"))
        .toSorted(),
    calls() {
      const lines = readFileSync(log, "utf8").split("\n");
      writeFileSync(log, "");
      return lines.filter((line) => line !== "");
    },
    remove() {
      process.env["PATH"] = path;
      for (const each of [repository.root, canary, bin]) rmSync(each, { recursive: true });
    },
  };
}

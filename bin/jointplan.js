#!/usr/bin/env node
/**
 * Starts jointplan. Plain JavaScript, so that it runs right after `npm ci --ignore-scripts`: it runs what was
 * built from exactly these sources, or builds it once (about a second) and then runs it.
 */
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

const root = fileURLToPath(new URL("../", import.meta.url));
const sourceFolders = ["bin", "cli", "core", "functions", "report", "schemas", "web"];

/** Path, size and time of every source file: changes when any of them does. */
function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  const walk = (folder) => {
    // A folder's entries say what they are; asking each of them would take as long as all the rest.
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`);
      else add(`${folder}/${entry.name}`);
  };
  for (const folder of sourceFolders) walk(join(root, folder));
  add(join(root, "package.json"));
  return hash.digest("hex").slice(0, 16);
}

/** The folder for builds: in the checkout, or one of this user's own in the temporary folder when the checkout cannot be written. */
function buildFolder() {
  const inside = join(root, "dist");
  try {
    mkdirSync(inside, { recursive: true });
    accessSync(inside, constants.W_OK);
    return inside;
  } catch {
    const outside = join(tmpdir(), `jointplan-${process.getuid?.() ?? "user"}`);
    mkdirSync(outside, { recursive: true, mode: 0o700 });
    const found = lstatSync(outside);
    // Anyone may write to the temporary folder; what another user put there is never run.
    const own =
      found.isDirectory() &&
      (process.getuid === undefined ||
        (found.uid === process.getuid() && (found.mode & 0o077) === 0));
    return own ? outside : mkdtempSync(join(tmpdir(), "jointplan-"));
  }
}

/** True when every file of a build is there with the size that was written. */
function whole(target) {
  try {
    const sizes = JSON.parse(readFileSync(join(target, "files.json"), "utf8"));
    return Object.entries(sizes).every(
      ([name, size]) => statSync(join(target, name)).size === size,
    );
  } catch {
    return false;
  }
}

async function build(target) {
  const { build: bundle } = await import("esbuild");
  const draft = `${target}.${process.pid}`;
  await bundle({
    entryPoints: [join(root, "cli/process.ts"), join(root, "functions/local/segment-worker.ts")],
    entryNames: "[name]",
    outdir: draft,
    bundle: true,
    // A script and no module: only of scripts does Node 20 keep what it compiled.
    format: "cjs",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    external: ["libsql", "esbuild"],
    supported: { "dynamic-import": false },
    outExtension: { ".js": ".cjs" },
    logLevel: "error",
    legalComments: "none",
    minifyWhitespace: true,
    minifySyntax: true,
    // In ASCII alone, so that reading it takes no decoding.
    charset: "ascii",
  });
  const sizes = Object.fromEntries(
    readdirSync(draft).map((name) => [name, statSync(join(draft, name)).size]),
  );
  writeFileSync(join(draft, "files.json"), JSON.stringify(sizes));
  try {
    renameSync(draft, target);
  } catch {
    // Another call built the same sources meanwhile, or a damaged build is in the way.
    if (!whole(target)) {
      rmSync(target, { recursive: true, force: true });
      renameSync(draft, target);
    }
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Removes builds of other sources, but none that a running call may still read from. */
function tidy(folder, keep) {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name !== keep && statSync(path).mtimeMs < hourAgo)
      rmSync(path, { recursive: true, force: true });
  }
}

const digestOf = (bytes) => createHash("sha256").update(bytes).digest();

/** What Node compiled of a build before, behind its own digest: a damaged one would end the process, so none is trusted. */
function keptCode(path) {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const code = bytes.subarray(32);
  return digestOf(code).equals(bytes.subarray(0, 32)) ? code : undefined;
}

/** Keeps what Node has compiled by the end of this call; without it the next one starts a little later, that is all. */
function keepCode(path, script) {
  const draft = `${path}.${process.pid}`;
  try {
    const code = script.createCachedData();
    writeFileSync(draft, Buffer.concat([digestOf(code), code]));
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Runs a build, as a script by hand: only so Node 20 can be told what it compiled the last time. */
function run(target) {
  const path = join(target, "process.cjs");
  // Every command needs other parts of the program.
  const command = /^[a-z-]{1,20}$/.exec(process.argv[2] ?? "")?.[0] ?? "none";
  const kept = join(target, `compiled-${command}`);
  const cachedData = keptCode(kept);
  const source = Module.wrap(readFileSync(path, "latin1"));
  const script = new Script(source, { filename: path, cachedData });
  if (cachedData === undefined || script.cachedDataRejected)
    process.on("exit", (code) => {
      // A call that went wrong has seen little of it, and its command may be none.
      if (code === 0 || code === 1) keepCode(kept, script);
    });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, target);
}

const folder = buildFolder();
const name = fingerprint();
const target = join(folder, name);
if (!whole(target)) {
  await build(target);
  tidy(folder, name);
}
run(target);

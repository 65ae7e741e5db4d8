import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { here, median, root } from "./child.ts";
import type { Section } from "./table.ts";

interface Server {
  readonly address: string;
  readonly process: ChildProcess;
}

/** Starts a server that prints its address, and waits for it. */
async function start(words: readonly string[], cwd: string): Promise<Server> {
  const child = spawn(process.execPath, words, { cwd, stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  for await (const data of child.stdout) {
    out += String(data);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
    if (address !== undefined) {
      child.stdout.resume();
      return { address, process: child };
    }
  }
  throw new Error(`${words.join(" ")} ended before it answered:\n${out}`);
}

async function stop({ process: child }: Server): Promise<void> {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
}

async function perSecond(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, headers, connections: 16, duration: 4 });
  if (result.errors > 0) throw new Error(`${result.errors} errors from ${url}`);
  return result.requests.average;
}

const memory = ({ process: child }: Server): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;

/** Ours and bare take turns, so that a busy moment of the machine hits both. */
async function inTurns(
  ours: string,
  bare: string,
  headers: Record<string, string>,
): Promise<readonly [number, number]> {
  const own: number[] = [];
  const other: number[] = [];
  for (let round = 0; round < 3; round++) {
    own.push(await perSecond(ours, headers));
    other.push(await perSecond(bare, headers));
  }
  return [median(own), median(other)];
}

/** The live plan over HTTP, beside a bare Hono route that answers the same bytes from memory. */
export async function apiSection(): Promise<readonly Section[]> {
  const folder = mkdtempSync(join(tmpdir(), "jointplan-bench-"));
  const git = (...words: string[]): Buffer => execFileSync("git", words, { cwd: folder });
  const servers: Server[] = [];
  try {
    cpSync(join(root, "plans/acme-2027"), join(folder, "plans/acme-2027"), { recursive: true });
    git("init", "-q", "-b", "main");
    git("add", ".");
    git(
      "-c",
      "user.name=Bench",
      "-c",
      "user.email=bench@example.com",
      "commit",
      "-qm",
      "plans: first",
    );
    const ours = await start([join(root, "bin/jointplan.js"), "serve", "--port", "0"], folder);
    servers.push(ours);
    const url = `${ours.address}/v1/plans/acme-2027/live`;
    const answer = await fetch(url);
    const etag = answer.headers.get("etag") ?? "";
    const body = join(folder, "body.json");
    writeFileSync(body, Buffer.from(await answer.arrayBuffer()));
    const bare = await start(["--import", "tsx", join(here, "bare-server.ts"), body, etag], root);
    servers.push(bare);
    const bareUrl = `${bare.address}/live`;
    const [live, bareLive] = await inTurns(url, bareUrl, {});
    const [unchanged, bareUnchanged] = await inTurns(url, bareUrl, { "if-none-match": etag });
    const [own, other] = [memory(ours), memory(bare)];
    return [
      {
        title: "The live plan (200), answers per second, 16 connections",
        unit: "/s",
        against: "bare Hono route, the same bytes from memory",
        figures: [
          {
            what: "bare Hono route, the same bytes from memory",
            value: bareLive,
            peakMegabytes: other,
          },
          {
            what: "GET /v1/plans/acme-2027/live, head read from SQLite each time",
            value: live,
            peakMegabytes: own,
          },
        ],
      },
      {
        title: "The live plan, unchanged (304)",
        unit: "/s",
        against: "bare Hono route that compares the ETag",
        figures: [
          {
            what: "bare Hono route that compares the ETag",
            value: bareUnchanged,
            peakMegabytes: other,
          },
          {
            what: "GET /v1/plans/acme-2027/live with If-None-Match",
            value: unchanged,
            peakMegabytes: own,
          },
        ],
      },
    ];
  } finally {
    for (const server of servers) await stop(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

import { afterAll, expect, test } from "vitest";
import { newTerminal, type Terminal } from "./terminal.ts";

/** How sure the deals are, as a leader asks for it. */

const terminal: Terminal = newTerminal();
afterAll(() => terminal.remove());

/** The sentence that says how sure it is. */
const sentence = (out: string): string =>
  out.split("\n").find((line) => / sure bring in /.test(line)) ?? "";

test("funnel --confidence asks for more prospects than the agreed 80 %", async () => {
  const agreed = await terminal.run("funnel");
  const surer = await terminal.run("funnel --confidence 0.9");
  expect([agreed.code, surer.code]).toEqual([0, 0]);
  expect(sentence(agreed.out)).toContain("to be 80 % sure bring in");
  expect(sentence(surer.out)).toContain("to be 90 % sure bring in");
  const needed = [agreed, surer].map(({ out }) =>
    Number(/bring in ([\d,]+)/.exec(sentence(out))?.[1]?.replaceAll(",", "")),
  );
  expect(needed[1]).toBeGreaterThan(needed[0] ?? Number.POSITIVE_INFINITY);
});

test("forecast --interval says how many cases lie in it", async () => {
  const { code, out } = await terminal.run("forecast --interval 0.9");
  expect(code).toBe(0);
  expect(out).toContain("Deals in 90 of 100 cases");
});

test.each(["1", "80", "0.3", "0.995", "eighty"])(
  "%s is no share, and the way out is told",
  async (word) => {
    const { code, err } = await terminal.run(`funnel --confidence ${word}`);
    expect(code).toBe(2);
    expect(err).toContain(
      `--confidence is "${word}"; write a share from 0.5 to 0.99, such as 0.8 for 80 %.`,
    );
  },
);

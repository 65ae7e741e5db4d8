import { afterAll, expect, test } from "vitest";
import { newTerminal, type Terminal } from "./terminal.ts";

/** How sure the deals are, as a leader asks for it. */

const opened: Terminal[] = [];
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
});


/** The least that can answer an API Gateway event: one Hono route. */
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

const body = JSON.parse(readFileSync(process.env["BENCH_BODY"] ?? "", "utf8")) as string;
const app = new Hono();
app.get("/v1/plans/:plan/live", (c) => c.body(body, 200, { "Content-Type": "application/json" }));
export const handler = handle(app);

/** The least that can serve a file: one Hono route over node-server. */
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const [path = "", etag = ""] = process.argv.slice(2);
const body = readFileSync(path);
const app = new Hono();
app.get("/live", (c) => {
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, { ETag: etag });
  return c.body(body, 200, { "Content-Type": "application/json", ETag: etag });
});
const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}`),
);
process.on("SIGTERM", () => server.close(() => process.exit(0)));

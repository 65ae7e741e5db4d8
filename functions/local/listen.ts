import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { err, ok, type Result } from "../../core/result.ts";
import { problemBody, problemMediaType } from "../problem.ts";

/** A server that answers. */
export interface Listening {
  /** Such as `http://127.0.0.1:8787`. */
  readonly address: string;
  /** Ends within 2 seconds: answers under way get 1 second, then connections are cut. */
  close(): Promise<void>;
}

/** Why a server cannot answer there. */
export interface NotListening {
  readonly reason: "port-in-use" | "port-not-allowed" | "no-such-host";
  readonly message: string;
  readonly help: string;
}

/** Answers under way may take so long when the server ends. */
const graceMilliseconds = 1000;

const badRequest = JSON.stringify(
  problemBody(
    {
      problem: "bad-request",
      detail: "The request is no HTTP that this server reads.",
      help: "Send well-formed HTTP/1.1.",
    },
    "unread",
  ),
);

const notListening = (code: string, port: number, host: string): NotListening | undefined => {
  const help = "Choose another one with --port, or let the system choose with --port 0.";
  switch (code) {
    case "EADDRINUSE":
      return { reason: "port-in-use", message: `Port ${port} on ${host} is in use.`, help };
    case "EACCES":
      return {
        reason: "port-not-allowed",
        message: `Port ${port} may not be used by this user.`,
        help,
      };
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return {
        reason: "no-such-host",
        message: `${host} is no address of this machine.`,
        help: "Use --host 127.0.0.1.",
      };
    default:
      return undefined;
  }
};

function closing(server: Server): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () =>
    (closed ??= new Promise((resolve) => {
      const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      server.closeIdleConnections();
    }));
}

function httpServer(fetch: (request: Request) => Promise<Response> | Response): Server {
  const listener = getRequestListener(fetch, {
    // The adapter could not make a request of it: a Host or an address that is none.
    errorHandler: () =>
      new Response(badRequest, { status: 400, headers: { "Content-Type": problemMediaType } }),
  });
  const server = createServer(
    {
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 5000,
      // Node would refuse it without a body; the adapter refuses it in our words.
      requireHostHeader: false,
    },
    // The listener answers its own failures.
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.on("clientError", (_error, socket) => {
    if (!socket.writable) return;
    const head = `HTTP/1.1 400 Bad Request\r\nContent-Type: ${problemMediaType}\r\nConnection: close\r\n`;
    socket.end(`${head}Content-Length: ${Buffer.byteLength(badRequest)}\r\n\r\n${badRequest}`);
  });
  return server;
}

/** Serves requests on a host and port; port 0 is any free one. */
export async function listen(
  fetch: (request: Request) => Promise<Response> | Response,
  port: number,
  host: string,
): Promise<Result<Listening, NotListening>> {
  const server = httpServer(fetch);
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const code = "code" in error ? String(error.code) : "";
      const known = notListening(code, port, host);
      if (known === undefined) reject(error);
      else resolve(err(known));
    });
    server.listen(port, host, () => {
      const bound = server.address();
      const actual = typeof bound === "object" && bound !== null ? bound.port : port;
      const name = host.includes(":") ? `[${host}]` : host;
      resolve(ok({ address: `http://${name}:${actual}`, close: closing(server) }));
    });
  });
}

import type { Problem } from "../problem.ts";

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The host of a `Host` header without its port, in lower case. */
const hostOf = (header: string): string => header.toLowerCase().replace(/:\d*$/, "");

/**
 * Whom a server without authentication does not answer: requests under a name that is not this machine's (a page elsewhere whose
 * name was pointed here), and requests from another server's pages.
 *
 * @param bound The host that the server listens on, which is a name of its own too.
 */
export function refuseForeign(bound: string): (request: Request) => Problem | undefined {
  const own = new Set([
    ...loopback,
    bound.includes(":") ? `[${bound.toLowerCase()}]` : bound.toLowerCase(),
  ]);
  return (request) => {
    const host = request.headers.get("Host") ?? "";
    if (!own.has(hostOf(host))) {
      return {
        problem: "foreign-host",
        detail: "The Host header names another host than this machine.",
        help: "Ask for the address that the server printed, such as http://127.0.0.1:8787.",
      };
    }
    const origin = request.headers.get("Origin");
    if (origin === null || origin === `http://${host}`) return undefined;
    return {
      problem: "foreign-origin",
      detail: "The Origin header names another server's page.",
      help: "Ask from a page of this server, or from a program that sends no Origin.",
    };
  };
}

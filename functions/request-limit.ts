import type { Problem } from "./problem.ts";
import { recentCache } from "./recent-cache.ts";

/** How many requests one client may make in how many seconds. */
export interface LimitPolicy {
  readonly requests: number;
  readonly seconds: number;
}

/** What a server allows: more than people and their tools ask for, and a fraction of what would keep it busy. */
export const workLimit: LimitPolicy = { requests: 120, seconds: 60 };

/** A limit and how far a client is from it after this request. */
export interface LimitState {
  readonly policy: LimitPolicy;
  readonly allowed: boolean;
  /** How many more requests are allowed before `reset` has passed. */
  readonly remaining: number;
  /** Whole seconds until all of them are allowed again; at least 1. */
  readonly reset: number;
}

/** Counts the requests of clients. */
export interface RequestLimit {
  /** Counts one request. `now` is UTC as `Date.toISOString` writes it. */
  readonly count: (client: string, now: string) => LimitState;
}

/** So many clients are remembered; who was not seen for longest is forgotten first. */
const mostClients = 10_000;

interface Window {
  readonly since: number;
  readonly requests: number;
}

/** A limit whose window begins with a client's first request. Kept in memory, so each process counts for itself. */
export function requestLimit(policy: LimitPolicy): RequestLimit {
  const windows = recentCache<Window>(mostClients);
  const length = policy.seconds * 1000;
  return {
    count(client, now) {
      const at = Date.parse(now);
      const known = windows.get(client);
      const open = known !== undefined && at >= known.since && at < known.since + length;
      const window = open ? known : { since: at, requests: 0 };
      const allowed = window.requests < policy.requests;
      const counted = { ...window, requests: window.requests + (allowed ? 1 : 0) };
      windows.put(client, counted, 1);
      return {
        policy,
        allowed,
        remaining: policy.requests - counted.requests,
        reset: Math.max(1, Math.ceil((counted.since + length - at) / 1000)),
      };
    },
  };
}

/**
 * The headers that announce a limit.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export const limitHeaders = ({
  policy,
  remaining,
  reset,
}: LimitState): Readonly<Record<string, string>> => ({
  "RateLimit-Policy": `"work";q=${policy.requests};w=${policy.seconds}`,
  RateLimit: `"work";r=${remaining};t=${reset}`,
});

/** The problem of a client that has asked for too much. */
export const tooManyRequests = (state: LimitState): Problem => ({
  problem: "too-many-requests",
  detail: `More than ${state.policy.requests} requests that make the server compute came from here within ${state.policy.seconds} seconds.`,
  help: `Ask again in ${state.reset} ${state.reset === 1 ? "second" : "seconds"}. What is published can be read without this limit.`,
  headers: { "Retry-After": String(state.reset), ...limitHeaders(state) },
});

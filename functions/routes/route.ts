import type { CalendarDate } from "../../core/calendar-date.ts";
import type { Answer } from "../answer.ts";
import type { Library } from "../library.ts";
import type { SchemaName } from "../openapi/schemas.ts";
import type { PlanReader } from "../plan-reader.ts";
import type { ProblemKind } from "../problem.ts";

/** One request as a route sees it: what it names, and what the app stands on. */
export interface Call {
  readonly plans: PlanReader;
  readonly library: Library;
  readonly toolVersion: string;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: string;
  /** Today, UTC: the day that rules and forecasts are judged on. */
  readonly asOf: CalendarDate;
  readonly request: Request;
  /** The value of a path parameter, decoded. */
  readonly path: (name: string) => string;
  /** The value of a query parameter that was given; it is one of the values that the route accepts. */
  readonly query: (name: string) => string | undefined;
}

/** A query parameter that a route takes. One that is not described is refused, and so is one given twice. */
export interface QueryParameter {
  readonly name: string;
  readonly description: string;
  /** The JSON Schema of the text. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly accepts: (value: string) => boolean;
}

/** A part of the path that varies, written `{name}` in it. */
export interface PathParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** One route: what it answers, and everything that the API's description says of it. */
export interface Route {
  readonly method: "GET" | "POST";
  /** As OpenAPI writes it, for example `/v1/plans/{plan}/live`. */
  readonly path: string;
  readonly operation: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly PathParameter[];
  readonly query?: readonly QueryParameter[];
  /** The schema of the body that the route takes. */
  readonly body?: SchemaName;
  /** The success: its media type, and for JSON its schema; without a schema it is any JSON object. */
  readonly answer: {
    readonly description: string;
    readonly mediaType: "application/json" | "text/html";
    readonly schema?: SchemaName;
    /** True when the answer speaks of a version of a plan and carries its headers. */
    readonly ofVersion?: boolean;
  };
  /** The problems that this route may state, besides those that every route may. */
  readonly problems: readonly ProblemKind[];
  readonly handle: (call: Call) => Promise<Answer> | Answer;
}

import { suggest } from "../document/index.ts";
import type { Pointer } from "../finding.ts";
import { err, ok, type Result } from "../result.ts";
import type { Review } from "./review.ts";

/** A review as a forge knows it: with the commit that its author had before them, in place of what was to be seen there. */
export interface GivenReview extends Omit<Review, "saw"> {
  /** The newest commit of the change at that time: 7 to 64 hex digits. */
  readonly commit: string;
}

/** Why a JSON value is no list of reviews: the place in it, and what is wrong there ("is no text"). */
export interface ReviewMistake {
  readonly pointer: Pointer;
  readonly detail: string;
}

/** No change that people read has more reviews. */
const mostReviews = 10_000;

const keys = ["id", "by", "says", "at", "commit", "bot"];

const words = ["approve", "request-changes", "dismissed", "comment"] as const;

/** What the texts of a review look like. */
const shapes: readonly (readonly [key: string, shape: RegExp, detail: string])[] = [
  ["id", /^.{1,200}$/su, "is no text of 1 to 200 characters"],
  ["by", /^@?[A-Za-z0-9][A-Za-z0-9_.[\]-]{0,99}$/, "is no account name"],
  [
    "at",
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
    "is no instant such as 2027-01-31T09:00:00Z",
  ],
  ["commit", /^[0-9a-f]{7,64}$/, "is no commit: 7 to 64 digits 0 to 9 and a to f"],
];

/**
 * The reviews that a JSON value says: a list of at most 10,000 objects with `id`, `by`, `says`, `at`, `commit`, perhaps `bot`, and
 * nothing else. They are returned in the order of their instants, for the later word of somebody counts.
 */
export function readReviews(value: unknown): Result<readonly GivenReview[], ReviewMistake> {
  if (!Array.isArray(value)) return err({ pointer: "", detail: "is no list" });
  if (value.length > mostReviews)
    return err({
      pointer: "",
      detail: `has ${value.length} entries; at most ${mostReviews} are taken`,
    });
  const reviews: GivenReview[] = [];
  for (const [index, each] of value.entries()) {
    const review = readReview(each, `/${index}`);
    if (!review.ok) return review;
    reviews.push(review.value);
  }
  return ok(reviews.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readReview(value: unknown, pointer: Pointer): Result<GivenReview, ReviewMistake> {
  if (!isObject(value)) return err({ pointer, detail: "is no object" });
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    return err({ pointer, detail: `has the unknown property ${JSON.stringify(unknown)}` });
  const texts: Record<string, string> = {};
  for (const [key, shape, detail] of shapes) {
    const text = value[key];
    if (text === undefined) return err({ pointer, detail: `has no "${key}"` });
    if (typeof text !== "string" || !shape.test(text))
      return err({ pointer: `${pointer}/${key}`, detail });
    texts[key] = text;
  }
  const says = words.find((word) => word === value["says"]);
  if (says === undefined)
    return err({ pointer: `${pointer}/says`, detail: saysDetail(value["says"]) });
  const { bot } = value;
  if (bot !== undefined && typeof bot !== "boolean")
    return err({ pointer: `${pointer}/bot`, detail: "is neither true nor false" });
  const { id = "", by = "", at = "", commit = "" } = texts;
  return ok({ id, by, says, at, commit, ...(bot === undefined ? {} : { bot }) });
}

function saysDetail(said: unknown): string {
  const meant = typeof said === "string" ? suggest(said, words) : undefined;
  return `is none of ${words.join(", ")}${meant === undefined ? "" : `; did you mean ${meant}`}`;
}

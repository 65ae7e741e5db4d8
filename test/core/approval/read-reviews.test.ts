import { describe, expect, test } from "vitest";
import { readReviews } from "../../../core/approval/index.ts";

const review = {
  id: "r1",
  by: "mia",
  says: "approve",
  at: "2027-01-31T09:00:00Z",
  commit: "3f78685",
};

describe("a list of reviews", () => {
  test("is read as it stands", () => {
    const given = [review, { ...review, id: "r2", by: "checks[bot]", says: "comment", bot: true }];
    expect(readReviews(given)).toEqual({ ok: true, value: given });
    expect(readReviews([])).toEqual({ ok: true, value: [] });
  });

  test.each([
    [{}, "", "is no list"],
    [[1], "/0", "is no object"],
    [[review, []], "/1", "is no object"],
    [[{ ...review, body: "fine" }], "/0", 'has the unknown property "body"'],
    [[{ ...review, by: undefined }], "/0", 'has no "by"'],
    [[{ ...review, by: "mia may" }], "/0/by", "is no account name"],
    [[{ ...review, id: "" }], "/0/id", "is no text of 1 to 200 characters"],
    [[{ ...review, at: "today" }], "/0/at", "is no instant such as 2027-01-31T09:00:00Z"],
    [
      [{ ...review, commit: "main" }],
      "/0/commit",
      "is no commit: 7 to 64 digits 0 to 9 and a to f",
    ],
    [[{ ...review, bot: "no" }], "/0/bot", "is neither true nor false"],
    [
      [{ ...review, says: "approved" }],
      "/0/says",
      "is none of approve, request-changes, dismissed, comment; did you mean approve",
    ],
    [
      [{ ...review, says: true }],
      "/0/says",
      "is none of approve, request-changes, dismissed, comment",
    ],
    [
      Array.from({ length: 10_001 }, () => review),
      "",
      "has 10001 entries; at most 10000 are taken",
    ],
  ])("%j is refused", (value, pointer, detail) => {
    expect(readReviews(value)).toEqual({ ok: false, error: { pointer, detail } });
  });
});

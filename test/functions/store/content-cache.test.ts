import { expect, test } from "vitest";
import { contentCache } from "../../../functions/store/content-cache.ts";

const bytes = (length: number): Uint8Array => new Uint8Array(length);

test("contentCache forgets what was not asked for longest, as soon as it holds too many bytes", () => {
  const cache = contentCache(100);
  cache.put("a", bytes(40));
  cache.put("b", bytes(40));
  cache.get("a");
  cache.put("c", bytes(40));
  expect(["a", "b", "c"].filter((digest) => cache.get(digest) !== undefined)).toEqual(["a", "c"]);
});

test("contentCache does not keep what alone exceeds its bound, and keeps the rest", () => {
  const cache = contentCache(100);
  cache.put("a", bytes(100));
  cache.put("b", bytes(101));
  expect(cache.get("a")).toHaveLength(100);
  expect(cache.get("b")).toBeUndefined();
});

test("contentCache counts a digest once, however often it is put", () => {
  const cache = contentCache(100);
  for (let times = 0; times < 5; times += 1) cache.put("a", bytes(40));
  cache.put("b", bytes(60));
  expect(cache.get("a")).toHaveLength(40);
  expect(cache.get("b")).toHaveLength(60);
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convolved, spectrumOf, transformFor } from "../../../core/flow/transform.ts";

/** The first days of two series convolved, product by product. */
function convolvedByHand(a: Float64Array, b: Float64Array): Float64Array {
  const sums = new Float64Array(a.length);
  for (const [i, x] of a.entries()) {
    for (let j = 0; i + j < sums.length; j++) sums[i + j] = (sums[i + j] ?? 0) + x * (b[j] ?? 0);
  }
  return sums;
}

const amounts = (length: number) =>
  fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float64Array.from(values));

describe("a transform", () => {
  test.each([
    [1, 4],
    [33, 36],
    [365, 384],
    [1_096, 1_152],
    [1_461, 1_536],
    [1_826, 2_048],
  ])("for %i days has size %i: a power of two, or three or nine times one", (days, size) => {
    expect(transformFor(days).size).toBe(size);
  });

  test("convolves series of any length as products do, what falls beyond the end left out", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 300 })
          .chain((length) => fc.tuple(amounts(length), amounts(length))),
        ([series, kernel]) => {
          const transform = transformFor(series.length);
          const sums = convolved(transform, series, spectrumOf(transform, kernel));
          const wanted = convolvedByHand(series, kernel);
          for (const [day, sum] of wanted.entries()) {
            expect(Math.abs((sums[day] ?? Number.NaN) - sum)).toBeLessThan(1e-13 * series.length);
          }
        },
      ),
    );
  });
});

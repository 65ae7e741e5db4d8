/** Longer words are no slip of a finger, and the distance costs their product. */
const longest = 64;

/** What is compared: `Planned_Value`, `planned-value` and `plannedValue` are one word. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, "");

/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of
 * neighbours that turn `a` into `b`. Cost: the product of the lengths.
 *
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
export function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/**
 * The candidate that was probably meant by `word` ("did you mean"), or `undefined` when none is near.
 *
 * Near is a distance of at most a third of the longer word; case, `-`, `_` and spaces do not count.
 * Ties go to the candidate that sorts first by code unit, so the order of `candidates` does not matter.
 * A word that is itself a candidate needs no suggestion. Words over 64 characters get none.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const meant = plain(word);
  if (word.length > longest || meant === "") return undefined;
  let best: { readonly candidate: string; readonly steps: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === word) return undefined;
    if (candidate.length > longest) continue;
    const other = plain(candidate);
    const allowed = Math.floor(Math.max(meant.length, other.length) / 3);
    if (Math.abs(meant.length - other.length) > allowed) continue;
    const steps = distance(meant, other);
    if (steps > allowed) continue;
    const better =
      best === undefined ||
      steps < best.steps ||
      (steps === best.steps && candidate < best.candidate);
    if (better) best = { candidate, steps };
  }
  return best?.candidate;
}

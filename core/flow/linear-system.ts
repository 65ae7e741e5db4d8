/**
 * Solves `matrix` x = `right` by Gaussian elimination with partial pivoting; for a handful of unknowns.
 * The matrix is square, shape `[row][column]`, and not singular.
 */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let r = column + 1; r < size; r++) {
      if (Math.abs(rows[r]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = r;
    }
    const chosen = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = chosen;
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1);
      if (factor === 0) continue;
      for (let c = column; c <= size; c++) row[c] = (row[c] ?? 0) - factor * (chosen[c] ?? 0);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let r = size - 1; r >= 0; r--) {
    const row = rows[r] ?? [];
    let rest = row[size] ?? 0;
    for (let c = r + 1; c < size; c++) rest -= (row[c] ?? 0) * (solution[c] ?? 0);
    solution[r] = rest / (row[r] ?? 1);
  }
  return solution;
}

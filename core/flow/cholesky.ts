/** The lower triangular L with L L' = H, by rows. */
export type Cholesky = readonly Float64Array[];

/** The Cholesky factor of a symmetric positive definite matrix, shape `[row][column]`. Cost n^3 / 6. */
export function cholesky(matrix: readonly Float64Array[]): Cholesky {
  const factor: Float64Array[] = [];
  for (const [i, source] of matrix.entries()) {
    const row = new Float64Array(matrix.length);
    for (let j = 0; j <= i; j++) {
      const other = factor[j] ?? row;
      let sum = source[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * (other[k] ?? 0);
      row[j] = i === j ? Math.sqrt(sum) : sum / (other[j] ?? 1);
    }
    factor.push(row);
  }
  return factor;
}

/** The y with L y = right. */
export function solveLower(factor: Cholesky, right: Float64Array): Float64Array {
  const solution = right.slice();
  for (const [i, row] of factor.entries()) {
    let sum = solution[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (row[k] ?? 0) * (solution[k] ?? 0);
    solution[i] = sum / (row[i] ?? 1);
  }
  return solution;
}

/** The x with L' x = right. */
export function solveUpper(factor: Cholesky, right: Float64Array): Float64Array {
  const solution = right.slice();
  for (let i = factor.length - 1; i >= 0; i--) {
    const row = factor[i] ?? solution;
    const value = (solution[i] ?? 0) / (row[i] ?? 1);
    solution[i] = value;
    for (let k = 0; k < i; k++) solution[k] = (solution[k] ?? 0) - value * (row[k] ?? 0);
  }
  return solution;
}

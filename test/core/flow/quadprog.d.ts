declare module "quadprog" {
  /** Minimise x'Dx/2 - d'x subject to A'x >= b; every array starts at index 1. */
  export function solveQP(
    D: number[][],
    d: number[],
    A: number[][],
    b: number[],
  ): { readonly solution: readonly number[]; readonly message: string };
}

import type { Files } from "../store/bundle.ts";

declare const brand: unique symbol;

/** The files of a plan after every check passed without an error; made by {@link checkedBundle} alone. */
export interface CheckedBundle {
  readonly plan: string;
  readonly files: Files;
  /** What the files say and what they ask, whatever their layout: `meaningOf` them, 128 hex digits. */
  readonly meaning: string;
  /** The date that the rules were checked for, `YYYY-MM-DD`. */
  readonly checkedAs: string;
  readonly [brand]: true;
}

/** Vouches that these files were loaded, resolved and checked without an error finding. Called where the check ran, nowhere else. */
export function checkedBundle(bundle: Omit<CheckedBundle, typeof brand>): CheckedBundle {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand exists in the type alone
  return bundle as CheckedBundle;
}

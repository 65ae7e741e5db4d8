/** The outcome of a step that can fail: plain data, no methods, survives JSON. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A failure. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

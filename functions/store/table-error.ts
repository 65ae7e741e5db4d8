/** Why a Table refused: which rule the request broke. */
export type RefusalCode =
  | "item-too-big"
  | "too-many-actions"
  | "transaction-too-big"
  | "same-key-twice"
  | "bad-key"
  | "bad-value"
  | "bad-condition"
  | "bad-query";

/** A request that no Table takes, whatever it is built on. A bug of the caller: repeating it changes nothing. */
export class TableRefusal extends Error {
  override readonly name = "TableRefusal";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The environment failed: throttled, locked, timed out, out of reach. The request may or may not have been applied. */
export class TableUnavailable extends Error {
  override readonly name = "TableUnavailable";
}

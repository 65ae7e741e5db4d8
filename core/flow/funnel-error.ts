/** What a funnel can be refused for. The first nine are those of docs/funnel-mathematics.md 9; the rest keep nonsense out. */
export type FunnelErrorCode =
  | "RATE_RANGE"
  | "LAG_SHAPE"
  | "LAG_RANGE"
  | "SHARE_RANGE"
  | "ZERO_CONVERSION"
  | "STOCK_TOO_OLD"
  | "DEAL_VALUE"
  | "START_NOT_MONTH"
  | "LOOP_GAIN"
  | "MONTHS_RANGE"
  | "DATE_UNKNOWN"
  | "STAGE_UNKNOWN"
  | "COUNT_RANGE"
  | "TARGET_RANGE";

/** One reason to refuse: a sentence that names the thing, the value and the limit, and in `help` one way out. */
export interface FunnelError {
  readonly code: FunnelErrorCode;
  /** The id of the stage it is about. */
  readonly stage?: string;
  readonly value?: number | string;
  readonly message: string;
  readonly help: string;
}

/** A number as a sentence shows it: at most six significant digits. */
export const shown = (value: number): string => String(Number(value.toPrecision(6)));

/** The error with a value that survives JSON: a number that is none is told as a word. */
export function printable(error: FunnelError): FunnelError {
  const { value } = error;
  return typeof value !== "number" || Number.isFinite(value)
    ? error
    : { ...error, value: String(value) };
}

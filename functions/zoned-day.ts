import type { CalendarDate } from "../core/calendar-date.ts";

const options = {
  calendar: "gregory",
  numberingSystem: "latn",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
} as const;

/** Making one takes longer than all the rest. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
  formats.set(timeZone, made);
  return made;
}

/**
 * The calendar day that an instant lies on in a time zone.
 *
 * @param timeZone An IANA name such as `Europe/Berlin`. In UTC where this machine does not know it: a plan may state any word.
 * @param instant UTC, as `Date.toISOString` writes it.
 */
export function dayIn(timeZone: string, instant: string): CalendarDate {
  let format: Intl.DateTimeFormat;
  try {
    format = formatIn(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return instant.slice(0, 10);
    throw error;
  }
  const parts: ReadonlyMap<string, string> = new Map(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return ["year", "month", "day"].map((part) => parts.get(part) ?? "").join("-");
}

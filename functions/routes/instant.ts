import { isCalendarDate } from "../../core/calendar-date.ts";

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * An instant as a path names it, as `Date.toISOString` writes it; fractions beyond a millisecond are dropped.
 *
 * A day stands for its end in UTC: what was live on the first of November is what was live when that day was over.
 *
 * @returns Undefined for text that is neither; 30 February is no day and 23:59:60 no time.
 */
export function instantOf(text: string): string | undefined {
  if (isCalendarDate(text)) return `${text}T23:59:59.999Z`;
  const [, day = ""] = instantPattern.exec(text) ?? [];
  const instant = isCalendarDate(day) ? new Date(text).toISOString() : undefined;
  // An offset may lead out of the years that are written with four digits and compared as text.
  return instant?.length === "2026-11-01T00:00:00.000Z".length ? instant : undefined;
}

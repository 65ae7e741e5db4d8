import { type Month, monthIndex } from "../core/calendar-date.ts";
import type { SegmentFunnel } from "../core/funnel/index.ts";
import { monthNameText, monthText, shareText } from "../core/wording.ts";
import { wholeNew } from "./funnel-words.ts";
import { nameOf, total } from "./words.ts";

/** Why one month asks for more new prospects than every other. */

/** What moves a month by less than this share explains nothing. */
const noticeable = 0.02;

/** The factor of the season on those of a stage who go on, among those who enter it in a month; 1 where it has none. */
function factorOf({ seasons }: SegmentFunnel, stage: string, month: Month): number {
  const factors = seasons.find((each) => each.stage === stage)?.factors;
  return factors?.[monthIndex(month) % 12] ?? 1;
}

/** How much more a month asks for than the mean of all months: `1.2` for a fifth more. */
function againstMean(series: readonly number[], month: number): number {
  const mean = total(series) / series.length;
  return mean > 0 ? (series[month] ?? 0) / mean : 1;
}

/** How many times the natural inflow each month is asked for, shape `[month]`. */
const pressures = ({ newProspects, naturalInflow }: SegmentFunnel): readonly number[] =>
  newProspects.map((asked, month) => {
    const natural = naturalInflow[month] ?? 0;
    return natural > 0 ? asked / natural : 0;
  });

/** How many more must come in for the season's sake, shape `[month]`; 1 is a usual month. */
function seasonNeeds(segment: SegmentFunnel, months: readonly Month[]): readonly number[] {
  const entered = segment.stages.filter((stage) => total(stage.fromOutside) > 0);
  const all = total(entered.map((stage) => total(stage.fromOutside)));
  return months.map((month) => {
    const goingOn = entered.map(
      (stage) => (total(stage.fromOutside) / all) * factorOf(segment, stage.stage, month),
    );
    return 1 / Math.max(1e-9, total(goingOn));
  });
}

function seasonSentences(segment: SegmentFunnel, most: Month): string {
  return segment.stages
    .filter((stage) => total(stage.fromOutside) > 0)
    .flatMap(({ stage }) => {
      const fewer = 1 - factorOf(segment, stage, most);
      return fewer < noticeable
        ? []
        : [
            ` ${monthText(most)} asks for most because of the season: of those who enter ${nameOf(stage)} in ${monthNameText(most)}, ${shareText(fewer)} fewer than usual go on.`,
          ];
    })
    .join("");
}

/** The running total that the month works for: the first that sets how many are needed, from the month on. */
function runningTotalSentence(
  { standing }: SegmentFunnel,
  months: readonly Month[],
  most: number,
): string {
  const due = standing.findIndex(({ driving }, month) => driving && month >= most);
  return due < 0
    ? ""
    : ` ${monthText(months[most] ?? "")} asks for most because of the running total due at the end of ${monthText(months[due] ?? "")}: what those on the way leave open of it must come from prospects who come in early enough to buy by then.`;
}

/**
 * Why the month that asks for most does: the season, or a running total that is behind, whichever moves it more against the mean of
 * all months. Nothing where neither does; then the targets of the months in which its prospects buy are higher, or the month longer.
 */
export function whyMost(segment: SegmentFunnel, months: readonly Month[]): string {
  const series = wholeNew(segment);
  const most = series.indexOf(Math.max(...series));
  const season = againstMean(seasonNeeds(segment, months), most);
  const pressure = againstMean(pressures(segment), most);
  if (Math.max(season, pressure) < 1 + noticeable) return "";
  return season >= pressure
    ? seasonSentences(segment, months[most] ?? "")
    : runningTotalSentence(segment, months, most);
}

import { TableUnavailable } from "../store/table-error.ts";

/** Every lost race means that somebody else won one, so this many means that something else is wrong. */
const maxRaces = 100;

/**
 * The first outcome of `attempt`, which reads, decides and writes on condition that nothing changed; undefined is a lost race.
 *
 * @throws TableUnavailable after 100 lost races.
 */
export async function untilWon<Outcome>(
  doing: string,
  attempt: () => Promise<Outcome | undefined>,
): Promise<Outcome> {
  for (let race = 1; race <= maxRaces; race += 1) {
    // A lost race is decided anew on what won it.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await attempt();
    if (outcome !== undefined) return outcome;
  }
  throw new TableUnavailable(`${doing} lost ${maxRaces} races in a row.`);
}

/** A seat that must be filled: one person of one team. */
export interface Seat {
  readonly team: string;
  /** Who has agreed and may fill it, the likeliest first. */
  readonly candidates: readonly string[];
  /** Who else of the team could still agree. */
  readonly others: readonly string[];
}

/** Who fills which seat; shape of the seats, undefined where a seat stays empty. */
export type Seating = readonly (string | undefined)[];

/** Who sits where now, and how the empty seats can be filled. */
export interface Seated {
  /** By those who have agreed: as many seats as they can fill at all, so arranged that the others can fill as many as possible. */
  readonly agreed: Seating;
  /** The same with those who could still agree. What stays empty here nobody is left to fill. */
  readonly planned: Seating;
}

/**
 * Gives each person at most one seat, so that as many seats as possible are filled; nobody who had a seat in `start` loses it for
 * another one's sake, though it may become another seat.
 * Source: H. W. Kuhn's augmenting paths for bipartite matching.
 */
function assign(
  seats: readonly (readonly string[])[],
  start: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const seatOf = new Map(start);
  const place = (seat: number, tried: Set<string>): boolean => {
    for (const person of seats[seat] ?? []) {
      if (tried.has(person)) continue;
      tried.add(person);
      const taken = seatOf.get(person);
      if (taken === undefined || place(taken, tried)) {
        seatOf.set(person, seat);
        return true;
      }
    }
    return false;
  };
  const full = new Set(start.values());
  for (const seat of seats.keys()) if (!full.has(seat)) place(seat, new Set());
  return seatOf;
}

function seatingOf(seats: readonly Seat[], seatOf: ReadonlyMap<string, number>): Seating {
  const filled = new Map([...seatOf].map(([person, seat]) => [seat, person]));
  return seats.map((_, seat) => filled.get(seat));
}

/** Seats those who agree, so that each person fills one seat and whoever is in several teams leaves nobody out who could help. */
export function fillSeats(seats: readonly Seat[]): Seated {
  const first = assign(seats.map(({ candidates }) => candidates));
  // Who has a seat already changes it at most for one that the agreement is good for.
  const all = seats.map(({ candidates, others }) => [
    ...others.filter((person) => !first.has(person)),
    ...candidates,
  ]);
  const planned = assign(all, first);
  const agreed = new Map([...planned].filter(([person]) => first.has(person)));
  return { agreed: seatingOf(seats, agreed), planned: seatingOf(seats, planned) };
}

const countOf = (seating: Seating): number =>
  seating.filter((person) => person !== undefined).length;

/** True when somebody who has no seat yet can take one of a team, so that one more is filled and all others still can be. */
export function canSit(
  seats: readonly Seat[],
  { agreed, planned }: Seated,
  person: string,
  team: string,
): boolean {
  const fillable = seats.filter((_, seat) => planned[seat] !== undefined);
  const taken = fillable.findIndex((seat) => seat.team === team);
  if (taken < 0) return false;
  const without = (people: readonly string[]) => people.filter((each) => each !== person);
  const left = fillable.toSpliced(taken, 1).map(({ candidates, others, ...seat }) => ({
    ...seat,
    candidates: without(candidates),
    others: without(others),
  }));
  const seated = fillSeats(left);
  return countOf(seated.agreed) === countOf(agreed) && countOf(seated.planned) === left.length;
}

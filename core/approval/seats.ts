/** A seat that must be filled: one person of one team. */
export interface Seat {
  readonly team: string;
  /** Who may fill it, the likeliest first. */
  readonly candidates: readonly string[];
}

/**
 * Gives each person at most one seat, so that as many seats as possible are filled; shape of `seats`, undefined where a
 * seat stays empty. Who is in both teams fills one seat, and the assignment leaves nobody out who could help.
 * Source: H. W. Kuhn's augmenting paths for bipartite matching.
 */
export function fillSeats(seats: readonly Seat[]): readonly (string | undefined)[] {
  const seatOf = new Map<string, number>();
  const place = (seat: number, tried: Set<string>): boolean => {
    for (const person of seats[seat]?.candidates ?? []) {
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
  for (const seat of seats.keys()) place(seat, new Set());
  const filled = new Map([...seatOf].map(([person, seat]) => [seat, person]));
  return seats.map((_, seat) => filled.get(seat));
}

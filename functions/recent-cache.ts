/** Values by key that forgets what was not asked for longest. */
export interface RecentCache<Kept> {
  get(key: string): Kept | undefined;
  /** Keeps a value; one heavier than the whole cache is not kept. */
  put(key: string, value: Kept, weight: number): void;
}

/** A cache of at most `maxWeight` in all, in whatever unit the caller weighs with. */
export function recentCache<Kept>(maxWeight: number): RecentCache<Kept> {
  const entries = new Map<string, { readonly value: Kept; readonly weight: number }>();
  let weight = 0;

  const forget = (key: string): void => {
    weight -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  };

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      // A Map keeps the order of insertion: put it last.
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    put(key, value, added) {
      if (added > maxWeight) return;
      forget(key);
      entries.set(key, { value, weight: added });
      weight += added;
      for (const oldest of entries.keys()) {
        if (weight <= maxWeight) return;
        forget(oldest);
      }
    },
  };
}

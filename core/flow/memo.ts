/** A function that remembers; `has` says whether it would answer at once. */
export interface Memo<Value> {
  (key: string, make: () => Value): Value;
  readonly has: (key: string) => boolean;
}

/** Remembers the last `limit` values made, under keys that say everything they depend on; so the answer is that of `make`. */
export function memo<Value>(limit: number): Memo<Value> {
  const known = new Map<string, Value>();
  const remembered = (key: string, make: () => Value): Value => {
    const value = known.get(key) ?? make();
    known.delete(key);
    known.set(key, value);
    const oldest = known.size > limit ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return value;
  };
  return Object.assign(remembered, { has: (key: string) => known.has(key) });
}

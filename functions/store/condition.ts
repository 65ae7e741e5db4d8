import { compareUtf8 } from "./order.ts";
import type { Action, Condition, Item, Written } from "./table.ts";

function holds(condition: Condition, item: Item | undefined): boolean {
  if (condition.is === "exists") return item !== undefined;
  if (condition.is === "notExists") return item === undefined;
  const { value } = condition;
  const stored = item?.[condition.attribute];
  if (condition.is === "equal") return stored === value;
  if (typeof stored === "number" && typeof value === "number") return stored < value;
  if (typeof stored === "string" && typeof value === "string")
    return compareUtf8(stored, value) < 0;
  return false;
}

/** The index of the first action with a condition that fails on what is stored, or undefined when all hold. */
export function firstConflict(
  actions: readonly Action[],
  stored: (action: Action) => Item | undefined,
): number | undefined {
  const index = actions.findIndex((action) => {
    const conditions = action.when ?? [];
    if (conditions.length === 0) return false;
    const item = stored(action);
    return !conditions.every((condition) => holds(condition, item));
  });
  return index === -1 ? undefined : index;
}

/** The one success; a conflict is `{ ok: false, conflict }`. */
export const written: Written = { ok: true };

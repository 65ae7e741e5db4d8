import type { PlansAt } from "../functions/local/plans-at.ts";
import { UsageError } from "./command.ts";

const lastPart = (path: string): string => path.replace(/\/+$/, "").split("/").at(-1) ?? path;

/**
 * The ids of the plans of two points, or of those that a call names by id or folder, in order.
 *
 * @throws UsageError for a plan that is at neither point.
 */
export function planIds(base: PlansAt, head: PlansAt, named: readonly string[]): readonly string[] {
  const all = [...new Set([...base.plans.keys(), ...head.plans.keys()])].toSorted();
  const wanted = named.map(lastPart);
  const unknown = wanted.find((each) => !all.includes(each));
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no plan ${JSON.stringify(unknown)} at either point. There is: ${all.join(", ") || "none"}.`,
    );
  }
  return wanted.length === 0 ? all : all.filter((id) => wanted.includes(id));
}

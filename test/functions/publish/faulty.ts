import { type Table } from "../../../functions/store/table.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";

/** What happens to one call: nothing, it fails, or it is done and then fails, as a lost answer looks. */
export type Fault = "none" | "fail" | "apply-then-fail";

/** The table with faults: `next()` is asked once for every call. */
export function withFaults(table: Table, next: () => Fault): Table {
  const call = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const fault = next();
    if (fault === "none") return work();
    if (fault === "apply-then-fail") await work();
    throw new TableUnavailable("injected");
  };
  return {
    get: (key) => call(() => table.get(key)),
    query: (query) => call(() => table.query(query)),
    transact: (actions) => call(() => table.transact(actions)),
    transactMany: (groups) => call(() => table.transactMany(groups)),
  };
}

import type { Table } from "../../../functions/store/table.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";

/**
 * What happens to one call: nothing, it fails, or it is done and then fails, as a lost answer looks. After a crash, before or
 * after the call was done, every later call fails too: the process is gone.
 */
export type Fault = "none" | "fail" | "apply-then-fail" | "crash" | "apply-then-crash";

/** The table with faults: `next()` is asked once for every call. */
export function withFaults(table: Table, next: () => Fault): Table {
  let crashed = false;
  const call = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const fault = crashed ? "fail" : next();
    if (fault === "none") return work();
    if (fault.startsWith("apply-then")) await work();
    crashed ||= fault.endsWith("crash");
    throw new TableUnavailable("injected");
  };
  return {
    get: (key) => call(() => table.get(key)),
    query: (query) => call(() => table.query(query)),
    transact: (actions) => call(() => table.transact(actions)),
    transactMany: (groups) => call(() => table.transactMany(groups)),
  };
}

/** The table with one fault, at its nth call. */
export function withFaultAt(table: Table, nth: number, fault: Fault): Table {
  let calls = 0;
  return withFaults(table, () => ((calls += 1) === nth ? fault : "none"));
}

import type { WorkingCalendar } from "../../schemas/documents.generated.ts";
import type { Team } from "../finding.ts";

/** The work that a plan asks of one role. Hours, shape `[month]`, fractions kept. */
export interface RoleWorkload {
  readonly role: string;
  readonly title: string;
  /** The role's function; `undefined` for a role above the functions. */
  readonly team: Team | undefined;
  /** Following up as the SLA promises: those who enter the stage × attempts × hours of one. */
  readonly attempts: readonly number[];
  /** Activities: those who enter each stage × hours for one. */
  readonly activities: readonly number[];
  /** Taken by active deals: those who are in the role's stages before the sale × hours a month. */
  readonly activeDeals: readonly number[];
  /** Attempts and activities together. */
  readonly needed: readonly number[];
  /** Who is there to do it; `undefined` where resources.json does not say. */
  readonly staffing: RoleStaffing | undefined;
}

/** The people of one role and their time. Series have the shape `[month]`; hours, fractions kept. */
export interface RoleStaffing {
  readonly headcount: readonly number[];
  /** Hours of everyone, new people by their ramp. */
  readonly capacity: readonly number[];
  /** Of the capacity, what active deals leave; never below 0. */
  readonly available: readonly number[];
  /** Hours for which nobody is there; 0 where it is less than one hour. */
  readonly missing: readonly number[];
  /** Hours of one fully productive person. */
  readonly hoursPerMonth: number;
  /** How productive a new person is, month by month, until fully productive. */
  readonly ramp: readonly number[];
  readonly monthsToHire: number;
  /** When the role works; Monday to Friday when `undefined`. */
  readonly calendar: WorkingCalendar | undefined;
}

import type { Team } from "../finding.ts";
import type { Business, SoundPlan } from "./sound-plan.ts";

/** Who books revenue: a new deal is won by sales, whoever receives the customer; other business by the owner of its stage. */
export function bookingTeam(plan: SoundPlan, kind: Business): Team {
  if (kind === "new") return "sales";
  return plan.stages.find((stage) => stage.business === kind)?.team ?? "success";
}

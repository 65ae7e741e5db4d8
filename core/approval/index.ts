/** The door of the room `approval`: who must agree to a change, and who has. */
export {
  type ApprovalAnswer,
  type ApprovalQuestion,
  evaluateApprovals,
  type Override,
  type TeamApproval,
} from "./evaluate.ts";
export {
  type ApprovalPolicy,
  type ApprovalTeam,
  policyOf,
  type Reason,
  type Requirement,
  reasonsOf,
  requirementsOf,
} from "./policy.ts";
export { type GivenReview, readReviews } from "./read-reviews.ts";
export type { Review } from "./review.ts";
export { type Voice, voicesOf } from "./voices.ts";

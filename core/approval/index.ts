/** The door of the room `approval`: who must agree to a change, and who has. */
export {
  type ApprovalAnswer,
  type ApprovalQuestion,
  evaluateApprovals,
  type Override,
  type TeamApproval,
} from "./evaluate.ts";
export { type ApprovalPolicy, policyOf, type Requirement, requirementsOf } from "./policy.ts";
export { type Review } from "./review.ts";

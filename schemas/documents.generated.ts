// Generated from schemas/v1 by `npm run generate`. Do not edit.

/**
 * Hours as from-until pairs.
 *
 * @minItems 1
 * @maxItems 10
 *
 * Items: Write two times of a day with a hyphen between, hours in two digits.
 */
export type WorkingDay = string[];
/**
 * How the market is divided.
 *
 * @maxItems 3
 */
export type Dimensions = ("geography" | "vertical" | "size")[];
/**
 * An amount for each month (2027-01) or calendar quarter (2027-Q1) of the plan, or 0 for none at all. A quarter is spread over its months by their days.
 */
export type RevenueSeries = 0 | AmountByPeriod;

/**
 * Every kind of document and its type.
 */
export interface DocumentByKind {
  approvals: ApprovalsDocument;
  calendar: CalendarDocument;
  compensation: CompensationDocument;
  content: ContentDocument;
  customers: CustomersDocument;
  journey: JourneyDocument;
  "lead-definition": LeadDefinitionDocument;
  plan: PlanDocument;
  resources: ResourcesDocument;
  sla: SlaDocument;
  sources: SourcesDocument;
  tactics: TacticsDocument;
  targets: TargetsDocument;
}
/**
 * Who must agree to what: the teams and their people, and the rules. All rules that apply must hold; where none applies, both teams must agree.
 */
export interface ApprovalsDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The teams that agree, and their people.
   *
   * @minItems 2
   * @maxItems 50
   */
  teams: ApprovalTeam[];
  /**
   * Which team must agree to which kind of change.
   *
   * @maxItems 100
   */
  rules?: ApprovalRule[];
  /**
   * How much a rule of the check weighs in this company, where it should weigh more or less than usual.
   */
  severities?: {
    [k: string]: "error" | "warning" | "info";
  };
  /**
   * Findings that both teams accept for a time.
   *
   * @maxItems 200
   */
  exceptions?: ApprovalException[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A team that agrees.
 */
export interface ApprovalTeam {
  /**
   * marketing and sales must be among them.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title?: string;
  /**
   * The account names of its people where changes are reviewed.
   *
   * @minItems 1
   * @maxItems 500
   *
   * Items: Write the account name on GitHub or GitLab, without spaces.
   */
  members: string[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * When it applies, so many of a team must agree.
 */
export interface ApprovalRule {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  when: ApprovalCondition;
  /**
   * The team that must agree.
   */
  team: string;
  /**
   * So many of its people.
   */
  count?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * When a rule applies: every part given must be true.
 */
export interface ApprovalCondition {
  /**
   * The change is of one of these classes: major moves what a team owes or is paid, minor adds or loosens, editorial only rewords.
   *
   * @minItems 1
   * @maxItems 3
   */
  class?: ("major" | "minor" | "editorial")[];
  /**
   * It moves what one of these functions owes.
   *
   * @minItems 1
   * @maxItems 3
   *
   * Items: One of the three functions that share the plan.
   */
  affects?: ("marketing" | "sales" | "success")[];
  /**
   * It touches one of these documents.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  documents?: string[];
}
/**
 * A finding that is accepted until a day.
 */
export interface ApprovalException {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The rule that found it.
   */
  rule: string;
  /**
   * What it is about: a document and the ids on the way to the place, as in journey/segments/smb/transitions/aware-exploring. It silences what the rule finds at that item itself, not at items within it. A longer one, as in …/aware-exploring/conversion/basis, silences what stands at that place alone; a document's name alone, what is found about it as a whole.
   */
  subject: string;
  /**
   * Plain words, at most 500 characters.
   */
  reason: string;
  /**
   * Who agreed: account names, at least one of marketing and another of sales.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: Write the account name on GitHub or GitLab, without spaces.
   */
  approvedBy: string[];
  /**
   * The first day on which it counts again.
   */
  expires: string;
}
/**
 * When people work, per region: opening hours by weekday, holidays and time zone. Without it, everyone works Monday to Friday, 9 to 17 in the plan's time zone.
 */
export interface CalendarDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The working calendars.
   *
   * @minItems 1
   * @maxItems 200
   */
  calendars: WorkingCalendar[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * When one region works.
 */
export interface WorkingCalendar {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title?: string;
  /**
   * The region's time zone (IANA name).
   */
  timeZone: string;
  week: WorkingWeek;
  /**
   * Days on which nobody works.
   *
   * @maxItems 2000
   */
  holidays?: Holiday[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * Working hours of each weekday, several a day where there is a break; a day left out is free.
 */
export interface WorkingWeek {
  monday?: WorkingDay;
  tuesday?: WorkingDay;
  wednesday?: WorkingDay;
  thursday?: WorkingDay;
  friday?: WorkingDay;
  saturday?: WorkingDay;
  sunday?: WorkingDay;
}
/**
 * A day off.
 */
export interface Holiday {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * A calendar date in the plan's time zone: year-month-day.
   */
  date: string;
  /**
   * Plain words, at most 500 characters.
   */
  title?: string;
}
/**
 * The shared goals in both teams' pay, and the pay plan of each role. Roles only, never a person's pay.
 */
export interface CompensationDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The least weight that the shared goals together have in every pay plan of marketing and sales.
   */
  minimumSharedWeight?: number;
  /**
   * The goals that both teams are paid for, in the same measure and over the same period.
   *
   * @minItems 1
   * @maxItems 20
   */
  sharedGoals: SharedGoal[];
  /**
   * How each role is paid.
   *
   * @minItems 1
   * @maxItems 200
   */
  rolePlans: RolePlan[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A goal in the pay of both teams.
 */
export interface SharedGoal {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * What is measured, from the plan's list of metrics.
   */
  metric: string;
  /**
   * Over what time the result is counted.
   */
  period: "month" | "quarter" | "year";
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * How one role is paid.
 */
export interface RolePlan {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The role's id in plan.json.
   */
  role: string;
  /**
   * The first month; the plan's start when left out.
   */
  from?: string;
  /**
   * The first month no longer covered; the plan's end when left out.
   */
  until?: string;
  /**
   * How much of the pay at target depends on results: 0.3 means 70 % fixed, 30 % variable.
   */
  variableShare: number;
  /**
   * A year's pay when everything is exactly on target, fixed and variable together.
   */
  payAtTarget?: number;
  /**
   * What the variable part is paid for. The weights add up to 1.
   *
   * @minItems 1
   * @maxItems 20
   */
  components: PayComponent[];
  gate?: PayGate;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * One measure in a pay plan.
 */
export interface PayComponent {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * What is measured.
   */
  metric: string;
  /**
   * The shared goal that this component is.
   */
  sharedGoal?: string;
  /**
   * Its part of the variable pay.
   */
  weight: number;
  /**
   * Over what time the result is counted.
   */
  period: "month" | "quarter" | "year";
  /**
   * The result that pays exactly 100 %.
   */
  target?: number;
  /**
   * Below this share of the target nothing is paid.
   */
  threshold?: number;
  /**
   * Above this multiple nothing more is paid.
   */
  cap?: number;
  curve?: PayCurve;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * How pay follows the result: in a straight line; by bands, each paying its own multiple (marginal); or the whole result at the multiple of the band it reaches (retroactive).
 */
export interface PayCurve {
  /**
   * Which of the three.
   */
  type: "linear" | "marginal" | "retroactive";
  /**
   * From which share of the target on which multiple is paid.
   *
   * @minItems 1
   * @maxItems 20
   */
  bands?: PayBand[];
}
/**
 * A band of results.
 */
export interface PayBand {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * From this share of the target on.
   */
  from: number;
  /**
   * What each unit pays, as a multiple of the rate at target.
   */
  multiple: number;
}
/**
 * Nothing variable is paid unless this result is reached, or pay is multiplied when it is.
 */
export interface PayGate {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  metric: string;
  /**
   * The result that opens it.
   */
  atLeast: number;
  /**
   * What the variable pay is multiplied by when it is not reached; 0 pays nothing.
   */
  multiple: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One voice: what both functions say in each stage, and the content that answers the buyers' questions.
 */
export interface ContentDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * What is said, per stage and, where it differs, per segment.
   *
   * @maxItems 1000
   */
  messages?: StageMessage[];
  /**
   * The content there is, and the buyer questions that it answers.
   *
   * @maxItems 5000
   */
  assets?: Asset[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * What both functions say to buyers in a stage.
 */
export interface StageMessage {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The stage it is for.
   */
  stage: string;
  /**
   * For whom; all segments when left out.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  segments?: string[];
  /**
   * Plain words, at most 500 characters.
   */
  message: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A piece of content.
 */
export interface Asset {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * Whether it informs the buyer or praises us. Buyers use what informs.
   */
  type: "informative" | "promotional";
  /**
   * The ids of the buyer questions in journey.json that it answers.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  answers?: string[];
  /**
   * For whom; all segments when left out.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  segments?: string[];
  /**
   * The role that keeps it true.
   */
  owner?: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * Who we want as customers and how and why they buy, per segment: the same picture for both teams.
 */
export interface CustomersDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The customers we want, per segment.
   *
   * @minItems 1
   * @maxItems 10000
   */
  segments: IdealCustomer[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * The ideal customer of one segment.
 */
export interface IdealCustomer {
  /**
   * The segment's id in plan.json.
   */
  id: string;
  /**
   * What makes a company fit, in things anyone can look up.
   *
   * @minItems 1
   * @maxItems 30
   *
   * Items: Plain words, at most 500 characters.
   */
  fit: string[];
  /**
   * What rules a company out, however keen it is.
   *
   * @maxItems 30
   *
   * Items: Plain words, at most 500 characters.
   */
  disqualifiers?: string[];
  /**
   * What happens in a company before it starts to look.
   *
   * @maxItems 30
   *
   * Items: Plain words, at most 500 characters.
   */
  triggers?: string[];
  /**
   * Why they buy.
   *
   * @maxItems 30
   *
   * Items: Plain words, at most 500 characters.
   */
  motivations?: string[];
  buyingGroup?: BuyingGroup;
  /**
   * What makes them valuable to us.
   */
  value?: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * The people in one company who buy together.
 */
export interface BuyingGroup {
  /**
   * How many people take part.
   */
  size?: number;
  /**
   * The parts they play in the decision.
   *
   * @maxItems 30
   */
  roles?: BuyingRole[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * A part in the buying decision, and what the person in it wants to know.
 */
export interface BuyingRole {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * What this person cares about.
   */
  wants?: string;
}
/**
 * The buyer's journey that both teams share: its stages in the buyer's words, who does what in each, and, for every segment, how many go on and how long it takes. It does not end at the sale.
 */
export interface JourneyDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The stages in order, from before the buyer has noticed a problem to after the sale.
   *
   * @minItems 2
   * @maxItems 40
   */
  stages: Stage[];
  /**
   * Why buyers leave. One of them is that they decided nothing at all.
   *
   * @maxItems 100
   */
  lossReasons?: LossReason[];
  /**
   * The numbers of the journey, per segment.
   *
   * @minItems 1
   * @maxItems 10000
   */
  segments: SegmentJourney[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One stage of the journey, seen from the buyer.
 */
export interface Stage {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * What the buyer is doing, in the buyer's words.
   */
  title: string;
  /**
   * The buyer's next step that ends this stage. Two people must be able to check it independently.
   */
  exit: string;
  /**
   * The role that answers for this stage.
   */
  owner?: string;
  /**
   * Entering this stage books revenue: new business (the sale itself), an expansion or a renewal. Exactly one stage says new.
   */
  business?: "new" | "expansion" | "renewal";
  parts?: StageParts;
  interactionMix?: InteractionMix;
  /**
   * What the buyer wants to know in this stage.
   *
   * @maxItems 50
   */
  questions?: BuyerQuestion[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * What each function does in this stage.
 */
export interface StageParts {
  /**
   * Plain words, at most 500 characters.
   */
  marketing?: string;
  /**
   * Plain words, at most 500 characters.
   */
  sales?: string;
  /**
   * Plain words, at most 500 characters.
   */
  success?: string;
}
/**
 * How the buyer meets us in this stage: with content, or with a person. The two shares add up to 1.
 */
export interface InteractionMix {
  /**
   * A share between 0 and 1: write 0.25 for 25 %.
   */
  content: number;
  /**
   * A share between 0 and 1: write 0.25 for 25 %.
   */
  person: number;
}
/**
 * A question that buyers ask in this stage.
 */
export interface BuyerQuestion {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  question: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A reason for which buyers leave the journey.
 */
export interface LossReason {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * True for the reason that says: they decided nothing.
   */
  noDecision?: boolean;
}
/**
 * The journey's numbers in one segment.
 */
export interface SegmentJourney {
  /**
   * The segment's id in plan.json.
   */
  id: string;
  /**
   * Where new prospects come in, if not all at the first stage: a share per stage, adding up to 1.
   */
  entryMix?: {
    /**
     * A share between 0 and 1: write 0.25 for 25 %.
     */
    [k: string]: number;
  };
  /**
   * The steps from stage to stage.
   *
   * @minItems 1
   * @maxItems 40
   */
  transitions: Transition[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One step: how many of those who enter a stage ever go on, and how long that takes.
 */
export interface Transition {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The stage they leave.
   */
  from: string;
  /**
   * The stage they reach.
   */
  to: string;
  conversion: Conversion;
  duration: Duration;
  /**
   * How long those who leave stay before they leave: the same as those who go on (default), their own duration, or never when losses are not recorded.
   */
  leakDuration?: ("same" | "never") | Duration;
  recycle?: Recycle;
  /**
   * Agreed changes from a date on. They apply to those who enter the stage on or after that day.
   *
   * @maxItems 100
   */
  changes?: DatedChange[];
  /**
   * A factor on the conversion for each calendar month of entry, January first; 1 is an average month.
   *
   * @minItems 12
   * @maxItems 12
   */
  season?: number[];
  cost?: StageCost;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * The share of those who enter the stage who ever reach the next one or any later one. Say what it rests on: a measured basis, or why it is assumed.
 */
export interface Conversion {
  /**
   * The share, between 0 and 1.
   */
  value: number;
  basis?: Basis;
  /**
   * Why this rate is believed although nobody has measured it.
   */
  assumed?: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * What a measured rate rests on: of so many who entered the stage between two dates, so many went on to the next stage or any later one.
 */
export interface Basis {
  /**
   * How many went on, ever.
   */
  successes: number;
  /**
   * How many entered.
   */
  trials: number;
  /**
   * First day of entry that was counted.
   */
  from: string;
  /**
   * The first day of entry no longer counted: the day after the last.
   */
  until: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * How long a step takes, in calendar days, as a spread and not as one number. Give median and p90 (half are through by the median, nine in ten by p90), or the mean and its relative spread (cv), or a fixed number of days, or a histogram by whole days.
 */
export interface Duration {
  /**
   * The shape of the spread; gamma when left out.
   */
  family?: "gamma" | "lognormal" | "weibull";
  /**
   * In calendar days: half of those who take the step are through by then.
   */
  median?: number;
  /**
   * In calendar days: nine in ten of those who take the step are through by then, and one in ten takes longer.
   */
  p90?: number;
  /**
   * The average number of days.
   */
  mean?: number;
  /**
   * Standard deviation divided by the mean: 0.5 is regular, 1 is very spread out.
   */
  cv?: number;
  /**
   * Always exactly so many days.
   */
  fixed?: number;
  /**
   * How many took the step after 0, 1, 2 … whole days.
   *
   * @minItems 1
   * @maxItems 3650
   */
  histogram?: number[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * Some of those who leave come back: what share, to which stage, after how long.
 */
export interface Recycle {
  /**
   * The share of those who leave.
   */
  share: number;
  /**
   * The stage they come back to.
   */
  to: string;
  duration: Duration;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * A conversion or a duration that holds from a day on, until the next change or the day given.
 */
export interface DatedChange {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The first day.
   */
  from: string;
  /**
   * The first day no longer covered. Leave it out to hold until the next change.
   */
  until?: string;
  conversion?: Conversion;
  duration?: Duration;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * What a prospect in this stage costs.
 */
export interface StageCost {
  /**
   * Once, on entry.
   */
  perEntry?: number;
  /**
   * For each month in the stage.
   */
  perMonth?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * What a sales-ready lead is: criteria for fit and behaviour with their points, the threshold, the grades and what each is worth, and examples that show what is meant.
 */
export interface LeadDefinitionDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The stage that a lead reaches by being sales-ready.
   */
  stage?: string;
  /**
   * From so many points on a lead is sales-ready.
   */
  threshold: number;
  fit: CriteriaGroup;
  behaviour: CriteriaGroup;
  /**
   * What rules a lead out, whatever its points.
   *
   * @maxItems 100
   */
  disqualifiers?: Disqualifier[];
  /**
   * Grades of sales-ready leads, best first, and what a lead of each grade is worth.
   *
   * @maxItems 20
   */
  grades?: LeadGrade[];
  recycling?: LeadRecycling;
  buyingGroup?: GroupScore;
  /**
   * Leads that are sales-ready, and leads that are not. They are examples that show what is meant.
   *
   * @maxItems 100
   */
  examples: LeadExample[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * Criteria of one kind, and the least and most points they can give together.
 */
export interface CriteriaGroup {
  /**
   * At least so many points from this group, or the lead is not sales-ready.
   */
  minimum?: number;
  /**
   * At most so many points count from this group.
   */
  maximum?: number;
  /**
   * The criteria.
   *
   * @minItems 1
   * @maxItems 500
   */
  criteria: Criterion[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One thing about a lead and the points it gives.
 */
export interface Criterion {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * What is looked at: a field of the lead, or the kind of thing it did.
   */
  field: string;
  test?: FieldTest;
  /**
   * Points when it is true, each time.
   */
  points: number;
  atMost?: CountLimit;
  decay?: PointDecay;
  /**
   * True for what is written only after sales has spoken with the lead. Such a criterion reads the future.
   */
  knownAfterwards?: boolean;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * When the criterion is true. Left out: when the field is there at all.
 */
export interface FieldTest {
  /**
   * The field is one of these.
   *
   * @minItems 1
   * @maxItems 200
   */
  is?: (string | number | boolean)[];
  /**
   * The field is none of these.
   *
   * @minItems 1
   * @maxItems 200
   */
  isNot?: (string | number | boolean)[];
  /**
   * The number is this or more.
   */
  atLeast?: number;
  /**
   * The number is this or less.
   */
  atMost?: number;
  /**
   * The text contains this, in any case of letters.
   */
  contains?: string;
}
/**
 * How often it counts.
 */
export interface CountLimit {
  /**
   * So many times.
   */
  count: number;
  /**
   * In each day, week or month, or ever.
   */
  per: "day" | "week" | "month" | "ever";
}
/**
 * Points fade: halved after so many days.
 */
export interface PointDecay {
  /**
   * Days.
   */
  halfAfterDays: number;
}
/**
 * Something that rules a lead out.
 */
export interface Disqualifier {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * Plain words, at most 500 characters.
   */
  field: string;
  test?: FieldTest;
}
/**
 * A grade of sales-ready leads.
 */
export interface LeadGrade {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * From so many points on.
   */
  atLeast: number;
  /**
   * What such a lead is worth: its chance to buy times what a deal brings.
   */
  value: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * What happens to a lead that sales gives back.
 */
export interface LeadRecycling {
  /**
   * The stage it goes back to.
   */
  to?: string;
  /**
   * Its behaviour points start again from here.
   */
  behaviourResetTo?: number;
  /**
   * Points for having been sales-ready before.
   */
  bonus?: number;
  /**
   * Each night a total below zero is set to this.
   */
  negativeResetTo?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * When a whole buying group is sales-ready, although no one in it may be.
 */
export interface GroupScore {
  /**
   * Points of all its people together.
   */
  threshold: number;
  /**
   * At least so many people must have done something.
   */
  people: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A made-up lead and whether it is sales-ready.
 */
export interface LeadExample {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * Whether it is sales-ready by this definition.
   */
  salesReady: boolean;
  /**
   * What is known about it.
   */
  fields?: {
    [k: string]: string | number | boolean;
  };
  /**
   * What it did, and how many days ago.
   *
   * @maxItems 200
   */
  behaviour?: ExampleBehaviour[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * Something the lead of an example did.
 */
export interface ExampleBehaviour {
  /**
   * The kind of thing, as in a criterion's field.
   */
  did: string;
  /**
   * How many days ago.
   */
  daysAgo: number;
}
/**
 * The goal that both teams work for and the frame they agree on: months, currency, roles and segments.
 */
export interface PlanDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The name of this plan for tools and addresses. It stays when the folder is renamed.
   */
  id: string;
  /**
   * The name of this plan for people.
   */
  title: string;
  /**
   * The first month of the plan.
   */
  start: string;
  /**
   * How many months the plan covers.
   */
  months: number;
  /**
   * The currency of every amount in this plan (ISO 4217).
   */
  currency: string;
  /**
   * The time zone of every date in this plan (IANA name).
   */
  timeZone: string;
  goal: Goal;
  /**
   * The role that wants this plan and settles disputes.
   */
  sponsor: string;
  /**
   * The role that keeps this plan up to date.
   */
  owner: string;
  /**
   * Who does the work: roles, never people's names.
   *
   * @minItems 1
   * @maxItems 200
   */
  roles: Role[];
  organisedBy?: OrganisedBy;
  /**
   * Where the functions are organised differently: which part of the one belongs to which part of the other.
   *
   * @maxItems 500
   */
  mapping?: SegmentMapping[];
  /**
   * The parts of the market that both teams plan for, in the same way.
   *
   * @minItems 1
   * @maxItems 10000
   */
  segments: Segment[];
  /**
   * The measures that the plan speaks of. A goal is something to reach; a diagnostic only explains.
   *
   * @maxItems 200
   */
  metrics?: Metric[];
  /**
   * This company's own words.
   *
   * @maxItems 500
   */
  glossary?: Term[];
  /**
   * The plan before this one, whose open pipeline and ids go on.
   */
  succeeds?: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * The one goal of both teams, in four parts: revenue, profitability, customer excellence and growth. Each has a metric and a target.
 */
export interface Goal {
  /**
   * The goal in one sentence.
   */
  statement?: string;
  revenue?: GoalPart;
  profitability?: GoalPart;
  customerExcellence?: GoalPart;
  growth?: GoalPart;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One part of the goal: what is measured, and the number to reach by the end of the plan.
 */
export interface GoalPart {
  /**
   * The id of the measure, from the plan's list of metrics where there is one.
   */
  metric: string;
  /**
   * The number to reach. Write shares between 0 and 1.
   */
  target: number;
  /**
   * What the number counts: money in the plan's currency, a share (0.32 = 32 %), a score in points, or a count.
   */
  unit: "money" | "share" | "points" | "count";
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * A role and the function it belongs to.
 */
export interface Role {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The role's name.
   */
  title: string;
  /**
   * The function the role belongs to; general is for those above all three, who own no stage.
   */
  function: "marketing" | "sales" | "success" | "general";
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * The dimensions that each function is organised by. Where they differ, give a mapping.
 */
export interface OrganisedBy {
  marketing: Dimensions;
  sales: Dimensions;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One part of the market as each function calls it.
 */
export interface SegmentMapping {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  marketing: MarketPlace;
  sales: MarketPlace;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A place in the market: which geography, which vertical, which size.
 */
export interface MarketPlace {
  /**
   * Plain words, at most 500 characters.
   */
  geography?: string;
  /**
   * Plain words, at most 500 characters.
   */
  vertical?: string;
  /**
   * Plain words, at most 500 characters.
   */
  size?: string;
}
/**
 * A part of the market with its own journey numbers and targets.
 */
export interface Segment {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The segment's name.
   */
  title: string;
  dimensions?: MarketPlace;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A measure that the plan speaks of.
 */
export interface Metric {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The measure's name.
   */
  title: string;
  /**
   * A goal is something to reach and may stand in pay; a diagnostic only explains.
   */
  use: "goal" | "diagnostic";
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * A word of this company and what it means here.
 */
export interface Term {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  term: string;
  /**
   * Plain words, at most 500 characters.
   */
  meaning: string;
}
/**
 * One budget over both functions, the people who do the work and their time, and the tools they use.
 */
export interface ResourcesDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  budget?: Budget;
  /**
   * How many people there are in each role, and what their time allows.
   *
   * @maxItems 200
   */
  staff?: Staffing[];
  /**
   * What an activity takes.
   *
   * @maxItems 200
   */
  activities?: Activity[];
  /**
   * The systems both functions work with, and what they feed.
   *
   * @maxItems 200
   */
  tools?: Tool[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * The one budget: a total, and the lines that make it up.
 */
export interface Budget {
  /**
   * For the whole plan.
   */
  total: number;
  /**
   * What it is for. A line may have lines below it; they add up to it.
   *
   * @minItems 1
   * @maxItems 500
   */
  lines: BudgetLine[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * A part of the budget.
 */
export interface BudgetLine {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * An amount in the plan's currency, in whole units such as euros, with at most the currency's decimals.
   */
  amount: number;
  /**
   * The line that this one is a part of.
   */
  under?: string;
  /**
   * What the money is meant to do: make us known (brand), create demand, help sales (enablement), or serve customers.
   */
  purpose?: "brand" | "demand" | "enablement" | "customer";
  /**
   * Who spends it.
   *
   * @minItems 1
   * @maxItems 3
   *
   * Items: One of the three functions that share the plan.
   */
  functions?: ("marketing" | "sales" | "success")[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * The people in one role.
 */
export interface Staffing {
  /**
   * The role's id in plan.json.
   */
  id: string;
  /**
   * How many there are from which month on.
   */
  headcount: {
    [k: string]: number;
  };
  /**
   * How productive a new person is in the first month, the second and so on, until fully productive.
   *
   * @maxItems 36
   *
   * Items: A share between 0 and 1: write 0.25 for 25 %.
   */
  ramp?: number[];
  /**
   * Working hours of one person in a month that are free for the plan's activities.
   */
  hoursPerMonth: number;
  /**
   * Months from the decision to hire until a new person starts; 0 when left out.
   */
  monthsToHire?: number;
  /**
   * Hours a month that one active deal takes away from the activities and from finding new prospects: a deal is a prospect in a stage before the sale that this role answers for.
   */
  hoursPerActiveDeal?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * Work that each prospect in a stage takes.
 */
export interface Activity {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * Who does it.
   */
  role: string;
  /**
   * For everyone who enters this stage.
   */
  stage: string;
  /**
   * Hours for one prospect.
   */
  hours: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * A system, and the stages or measures that its data feeds.
 */
export interface Tool {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * What it feeds: stages or metrics.
   *
   * @maxItems 100
   *
   * Items: A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  feeds?: string[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * What each side owes the other: the duties of marketing, sales and success, each with its counter-duty, its clock and what happens when it is not kept.
 */
export interface SlaDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The duties, of both sides.
   *
   * @minItems 1
   * @maxItems 200
   */
  duties: Duty[];
  abandoned?: Abandoned;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One thing that a function owes to the other. It promises at least one of: supply, quality, payload, acceptance, first attempt, follow-up, disposition.
 */
export interface Duty {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The duty in a few words.
   */
  title: string;
  /**
   * Who owes it.
   */
  function: "marketing" | "sales" | "success";
  /**
   * The role that answers for it.
   */
  owner: string;
  /**
   * The id of the duty that the other side owes in return.
   */
  counterDuty?: string;
  supply?: Supply;
  quality?: Quality;
  payload?: Payload;
  acceptance?: Acceptance;
  /**
   * How soon the prospect gets the first answer, from the hand-over on (or from what starts the clock): one time for all, or a time per grade.
   */
  firstAttempt?: WorkDuration | WorkDurationByGrade;
  followUp?: FollowUp;
  disposition?: WorkDuration;
  /**
   * Who may fulfil it. The buyer cares about a fast answer, not about job titles, so it may be either function.
   */
  satisfiedBy?: "owner" | "either";
  clock?: Clock;
  /**
   * When to warn, as shares of the time allowed.
   *
   * @maxItems 10
   *
   * Items: A share between 0 and 1: write 0.25 for 25 %.
   */
  warnings?: number[];
  /**
   * Who is told when it is late, and how long after the end of the time allowed.
   *
   * @maxItems 10
   */
  escalation?: Escalation[];
  /**
   * What happens when it is not kept.
   */
  consequence?: string;
  /**
   * The report or system that shows whether it is kept.
   */
  measuredBy?: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * How many prospects are brought to a stage each month, and what they are worth.
 */
export interface Supply {
  /**
   * The stage that the prospects reach when this duty is fulfilled.
   */
  stage: string;
  /**
   * How evenly: not all on the last day.
   */
  pacing?: "daily" | "weekly" | "monthly";
  /**
   * The numbers, per segment and period.
   *
   * @minItems 1
   * @maxItems 10000
   */
  commitments: Commitment[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * So many prospects a month, worth so much, in one segment from a month on.
 */
export interface Commitment {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  segment: string;
  /**
   * The first month; the plan's start when left out.
   */
  from?: string;
  /**
   * The first month no longer covered; the plan's end when left out.
   */
  until?: string;
  /**
   * The grade of lead that counts.
   */
  grade?: string;
  /**
   * How many each month.
   */
  prospectsPerMonth: number;
  /**
   * What they are worth each month: how many, times the share that will buy, times what a deal brings.
   */
  valuePerMonth?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * How good the prospects are: the least share accepted, and the least share that goes on.
 */
export interface Quality {
  /**
   * Of those handed over, accepted at least.
   */
  accepted?: number;
  /**
   * Of those accepted, reaching the next stage at least.
   */
  converted?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * What is handed over with a prospect, so that the next person need not start again.
 */
export interface Payload {
  /**
   * What must be filled in.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: Plain words, at most 500 characters.
   */
  fields: string[];
  /**
   * The least share that arrives complete.
   */
  complete?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * By when a prospect is accepted, or rejected with a reason.
 */
export interface Acceptance {
  within: WorkDuration;
  /**
   * The reasons that may be given.
   *
   * @minItems 1
   * @maxItems 50
   *
   * Items: Plain words, at most 500 characters.
   */
  rejectionReasons?: string[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A span of time that people work by. Business hours and days run only while the owner's calendar is open.
 */
export interface WorkDuration {
  /**
   * How many.
   */
  value: number;
  /**
   * Of what.
   */
  unit: "minutes" | "hours" | "days" | "businessHours" | "businessDays";
}
export interface WorkDurationByGrade {
  [k: string]: WorkDuration;
}
/**
 * How often and how long to try before giving up.
 */
export interface FollowUp {
  /**
   * At least so many genuine attempts.
   */
  attempts: number;
  /**
   * Over these channels.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: Plain words, at most 500 characters.
   */
  channels?: string[];
  within: WorkDuration;
  /**
   * Hours that one attempt takes, with preparing and recording it; without it attempts count as no work.
   */
  hoursPerAttempt?: number;
  /**
   * How many attempts a prospect takes on average, because many answer before the last one; all of them when left out.
   */
  attemptsOnAverage?: number;
  /**
   * Who enters this stage is followed up; the stage of the lead definition when left out.
   */
  stage?: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * When time runs.
 */
export interface Clock {
  /**
   * What starts it.
   */
  start: string;
  /**
   * What holds it.
   */
  pause?: string;
  /**
   * What ends it.
   */
  stop: string;
  /**
   * The id of the working calendar; Monday to Friday, 9 to 17 in the plan's time zone when left out.
   */
  calendar?: string;
}
/**
 * Who is told when a duty is late.
 */
export interface Escalation {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  after: WorkDuration;
  /**
   * The role that is told.
   */
  to: string;
}
/**
 * What happens to prospects who could not be reached.
 */
export interface Abandoned {
  /**
   * The stage they go back to.
   */
  to?: string;
  /**
   * What is done with them there.
   */
  then: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * Where facts come from: which column of which export says that a prospect entered a stage, was won or lost.
 */
export interface SourcesDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The exports.
   *
   * @minItems 1
   * @maxItems 100
   */
  sources: FactSource[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One export.
 */
export interface FactSource {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title?: string;
  /**
   * How it is written.
   */
  format: "csv" | "ndjson";
  /**
   * The zone of its times where they name none; the plan's when left out.
   */
  timeZone?: string;
  /**
   * The column that identifies a prospect. Never a name, an e-mail address or a phone number.
   */
  prospect: string;
  segment?: SegmentColumn;
  /**
   * What its columns say happened.
   *
   * @minItems 1
   * @maxItems 100
   */
  events: EventMapping[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * The column that tells the segment, and which of its values is which segment.
 */
export interface SegmentColumn {
  /**
   * Plain words, at most 500 characters.
   */
  column: string;
  values: {
    /**
     * A short name in lower case with hyphens. It never changes its meaning and is never reused.
     */
    [k: string]: string;
  };
}
/**
 * A column with a time, and what happened then.
 */
export interface EventMapping {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * What happened.
   */
  type: "entered" | "left" | "offered" | "accepted" | "rejected" | "won" | "lost";
  /**
   * The stage, where one is meant.
   */
  stage?: string;
  /**
   * The column with the time.
   */
  at: string;
  /**
   * The column with the amount of a deal.
   */
  value?: string;
  /**
   * The column with the reason of a loss.
   */
  reason?: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * How each step of the journey is caused, and what we no longer do. Every tactic names the step that it causes; nothing else gets effort or money.
 */
export interface TacticsDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The largest share of all spend that may go into tactics not yet proven.
   */
  unprovenCap?: number;
  /**
   * What both functions do.
   *
   * @maxItems 1000
   */
  tactics: Tactic[];
  /**
   * What we no longer do, and why.
   *
   * @maxItems 1000
   */
  stopList?: StoppedTactic[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * One thing that is done to make buyers take their next step.
 */
export interface Tactic {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The tactic in a few words.
   */
  title: string;
  /**
   * The stages into which it brings new prospects from outside.
   *
   * @minItems 1
   * @maxItems 40
   *
   * Items: A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  brings?: string[];
  /**
   * The steps of the journey that it causes.
   *
   * @minItems 1
   * @maxItems 40
   *
   * Items: A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  transitions?: string[];
  /**
   * Whether the buyer meets content or a person.
   */
  interaction: "content" | "person";
  /**
   * Who does it.
   *
   * @minItems 1
   * @maxItems 3
   *
   * Items: One of the three functions that share the plan.
   */
  functions: ("marketing" | "sales" | "success")[];
  /**
   * For whom; all segments when left out.
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  segments?: string[];
  /**
   * Who decides who is touched: chance (randomised), we (pushed), or the buyers themselves (self-selected). Only the first can show what it causes.
   */
  exposure?: "randomised" | "pushed" | "self-selected";
  /**
   * The role that answers for it.
   */
  owner: string;
  /**
   * The first month; the plan's start when left out.
   */
  from?: string;
  /**
   * The first month no longer covered; the plan's end when left out.
   */
  until?: string;
  /**
   * The budget line that pays for it.
   */
  budgetLine?: string;
  /**
   * What it costs over its whole period.
   */
  spend?: number;
  /**
   * How many prospects a month take each of its steps because of it, over all its segments together.
   */
  prospectsPerMonth?: number;
  /**
   * Where it stands: proposed, testing, proven or retired.
   */
  state: "proposed" | "testing" | "proven" | "retired";
  /**
   * What shows that it works, or what the test will show.
   */
  evidence?: string;
  reinstates?: Reinstates;
  /**
   * The message it carries.
   */
  message?: string;
  /**
   * The content it uses.
   */
  content?: string;
  /**
   * What people must be able to do.
   */
  skills?: string;
  /**
   * The tools it needs.
   */
  technology?: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * For a tactic that stands on the stop list and is taken up again: which entry, and what has changed.
 */
export interface Reinstates {
  /**
   * The id on the stop list.
   */
  stopped: string;
  /**
   * What has changed, with a reference.
   */
  because: string;
}
/**
 * Something that is no longer done.
 */
export interface StoppedTactic {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * Plain words, at most 500 characters.
   */
  title: string;
  /**
   * Why it was stopped, with the evidence.
   */
  why: string;
  /**
   * The first month without it.
   */
  since: string;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * What must be won: revenue per segment and month or quarter, from new and from existing business, and what is already under way.
 */
export interface TargetsDocument {
  /**
   * Which kind of document this is, so that editors can help.
   */
  $schema: string;
  /**
   * The targets, per segment.
   *
   * @minItems 1
   * @maxItems 10000
   */
  segments: SegmentTargets[];
  planning?: Planning;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * The targets of one segment.
 */
export interface SegmentTargets {
  /**
   * The segment's id in plan.json.
   */
  id: string;
  averageDealValue: DealValues;
  revenue: RevenueTargets;
  drivenShare?: DrivenShare;
  /**
   * Who is already on the way at the start of the plan: how many, in which stage, for how long.
   *
   * @maxItems 500
   */
  openingPipeline?: OpeningGroup[];
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * What one deal brings on average, in the plan's currency.
 */
export interface DealValues {
  /**
   * A new customer's first deal.
   */
  new: number;
  /**
   * More business with a customer.
   */
  expansion?: number;
  /**
   * A renewal.
   */
  renewal?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * Revenue to win, split into new business, expansion and renewal. Months or quarters, the whole plan without a gap; 0 where there is none.
 */
export interface RevenueTargets {
  new?: RevenueSeries;
  expansion?: RevenueSeries;
  renewal?: RevenueSeries;
  total?: RevenueSeries;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
export interface AmountByPeriod {
  /**
   * An amount in the plan's currency, in whole units such as euros, with at most the currency's decimals.
   */
  [k: string]: number;
}
/**
 * How much of the revenue we drive ourselves, and do not merely receive as orders.
 */
export interface DrivenShare {
  /**
   * A share between 0 and 1: write 0.25 for 25 %.
   */
  new?: number;
  /**
   * A share between 0 and 1: write 0.25 for 25 %.
   */
  expansion?: number;
  /**
   * A share between 0 and 1: write 0.25 for 25 %.
   */
  renewal?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
/**
 * A group of prospects that is in a stage when the plan starts.
 */
export interface OpeningGroup {
  /**
   * A short name in lower case with hyphens. It never changes its meaning and is never reused.
   */
  id: string;
  /**
   * The stage they are in.
   */
  stage: string;
  /**
   * How many.
   */
  count: number;
  /**
   * For how many days they have been in this stage. Leave it out when nobody knows.
   */
  ageDays?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
  /**
   * Where a number comes from, so that anyone can look it up again.
   */
  source?: string;
}
/**
 * How the numbers are to be worked out, where the teams have a choice. Everything has a sensible default.
 */
export interface Planning {
  /**
   * How hard the teams are willing to push to catch up: 1.5 allows one and a half times the natural inflow of new prospects.
   */
  recovery?: number;
  /**
   * How level the inflow should be from month to month: 0.01 follows every peak, 1 is almost flat.
   */
  steadiness?: number;
  /**
   * What is expected after the plan's last month, because its last months already work for it: growth goes on as in the plan (default; with less than two years of targets the level is held), hold, none, or a rate a year.
   */
  beyondHorizon?: ("growth" | "hold" | "none") | YearlyGrowth;
  /**
   * How sure the teams want to be that the first year's deals are reached, at its end: 0.8 is 80 of 100 such years. It says how many more prospects that would take; what is required stays the average.
   */
  confidence?: number;
  /**
   * A remark for the people who read this file. It changes nothing that is computed.
   */
  note?: string;
}
export interface YearlyGrowth {
  growthPerYear: number;
}

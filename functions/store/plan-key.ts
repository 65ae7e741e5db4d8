import type { Key } from "./table.ts";

/** The partition that lists every plan, one item each. */
export const plansPartition = "PLANS";

/** Where each kind of sort key of a plan starts. */
export const versionPrefix = "VERSION#";
export const eventPrefix = "EVENT#";

const planPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;
const commitPattern = /^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$/;

/** Ten digits, so numbers sort as text. */
const padded = (number: number): string => String(number).padStart(10, "0");

const under = (plan: string, sort: string): Key => ({ partition: `PLAN#${plan}`, sort });

/** True for the id of a plan: 1 to 63 of a–z, 0–9 and "-", not "-" first. Nothing is stored under another one. */
export const isPlanId = (plan: string): boolean => planPattern.test(plan);

/** True for the name of a commit: a sha, or another short word. Nothing is stored under another one. */
export const isCommitName = (commit: string): boolean => commitPattern.test(commit);

/** The keys of everything that belongs to a plan. HEAD is the only item that ever changes. */
export const planKey = {
  head: (plan: string): Key => under(plan, "HEAD"),
  version: (plan: string, version: number): Key => under(plan, versionPrefix + padded(version)),
  content: (plan: string, sha256: string, part: number): Key =>
    under(plan, `CONTENT#${sha256}#${String(part).padStart(4, "0")}`),
  commit: (plan: string, commit: string): Key => under(plan, `COMMIT#${commit}`),
  event: (plan: string, sequence: number): Key => under(plan, eventPrefix + padded(sequence)),
  listed: (plan: string): Key => ({ partition: plansPartition, sort: plan }),
};

import type { DocumentByKind } from "../../../schemas/documents.generated.ts";
import { baseAgreements } from "./base-agreements.ts";

/** The day on which examples are checked, unless they say another. */
export const baseDay = "2026-12-01";

/**
 * A small plan that every rule accepts; each example is this plan with a few changes.
 *
 * One segment, two stages before the sale, the sale, and one stage after it. Six months with 18 deals to win, the
 * first three of them only to get going. Documents beyond the funnel say no more than they must.
 */
export const basePlan: Readonly<DocumentByKind> = {
  plan: {
    $schema: "../../schemas/v1/plan.json",
    id: "growth-2027",
    title: "Growth 2027",
    start: "2027-01",
    months: 6,
    currency: "EUR",
    timeZone: "Europe/Berlin",
    goal: {
      revenue: { metric: "booked-revenue", target: 180000, unit: "money" },
      profitability: { metric: "contribution-margin", target: 0.32, unit: "share" },
      customerExcellence: { metric: "customers-kept", target: 0.9, unit: "share" },
      growth: { metric: "new-customers", target: 18, unit: "count" },
    },
    sponsor: "managing-director",
    owner: "revenue-operations",
    roles: [
      { id: "managing-director", title: "Managing director", function: "general" },
      { id: "revenue-operations", title: "Revenue operations", function: "general" },
      { id: "marketing-lead", title: "Head of marketing", function: "marketing" },
      { id: "account-manager", title: "Account manager", function: "sales" },
      { id: "customer-success", title: "Customer success manager", function: "success" },
    ],
    organisedBy: { marketing: ["size"], sales: ["size"] },
    segments: [{ id: "smb", title: "Small firms", dimensions: { size: "under 50 employees" } }],
  },
  journey: {
    $schema: "../../schemas/v1/journey.json",
    stages: [
      {
        id: "noticing",
        title: "We notice what stoppages cost us",
        exit: "Someone asks for our guide to stoppages",
        owner: "marketing-lead",
        parts: { marketing: "Guide and cost calculator", sales: "Rough prices for whoever asks" },
      },
      {
        id: "comparing",
        title: "We compare ways to avoid them",
        exit: "The buying group asks for an offer in writing",
        owner: "account-manager",
        parts: { marketing: "Cases from similar plants", sales: "Plant visit and trial" },
      },
      {
        id: "running",
        title: "We run with it",
        exit: "The plant manager confirms a month without a stoppage",
        owner: "customer-success",
        business: "new",
        parts: { marketing: "Training videos", success: "Start-up on site" },
      },
      {
        id: "staying",
        title: "We stay with it for another year",
        exit: "The plant manager plans the next year with us",
        owner: "customer-success",
        business: "renewal",
        parts: { marketing: "Yearly benchmark", success: "Yearly review" },
      },
    ],
    segments: [
      {
        id: "smb",
        transitions: [
          {
            id: "noticing-comparing",
            from: "noticing",
            to: "comparing",
            conversion: {
              value: 0.4,
              basis: {
                successes: 160,
                trials: 400,
                from: "2025-10-01",
                until: "2026-10-01",
                source: "CRM, entries by month",
              },
            },
            duration: { median: 12, p90: 30 },
          },
          {
            id: "comparing-running",
            from: "comparing",
            to: "running",
            conversion: {
              value: 0.25,
              basis: {
                successes: 40,
                trials: 160,
                from: "2025-10-01",
                until: "2026-10-01",
                source: "CRM, entries by month",
              },
            },
            duration: { median: 20, p90: 45 },
          },
          {
            id: "running-staying",
            from: "running",
            to: "staying",
            conversion: {
              value: 0.9,
              basis: {
                successes: 45,
                trials: 50,
                from: "2025-01-01",
                until: "2026-01-01",
                source: "Contracts by start",
              },
            },
            duration: { fixed: 365 },
          },
        ],
      },
    ],
  },
  targets: {
    $schema: "../../schemas/v1/targets.json",
    segments: [
      {
        id: "smb",
        averageDealValue: { new: 10000, renewal: 9000 },
        revenue: { new: { "2027-Q1": 0, "2027-Q2": 180000 }, expansion: 0, renewal: 0 },
      },
    ],
    planning: { beyondHorizon: "none" },
  },
  sla: {
    $schema: "../../schemas/v1/sla.json",
    duties: [
      {
        id: "supply",
        title: "Bring those who compare",
        function: "marketing",
        owner: "marketing-lead",
        counterDuty: "first-attempt",
        supply: {
          stage: "comparing",
          commitments: [
            { id: "smb-2027", segment: "smb", prospectsPerMonth: 30, valuePerMonth: 75000 },
          ],
        },
      },
      {
        id: "first-attempt",
        title: "Answer those who compare",
        function: "sales",
        owner: "account-manager",
        counterDuty: "supply",
        firstAttempt: { value: 4, unit: "businessHours" },
      },
    ],
  },
  tactics: {
    $schema: "../../schemas/v1/tactics.json",
    unprovenCap: 0.2,
    tactics: [
      {
        id: "stoppage-guide",
        title: "Guide to the cost of stoppages",
        brings: ["noticing"],
        transitions: ["noticing-comparing"],
        interaction: "content",
        functions: ["marketing"],
        owner: "marketing-lead",
        spend: 40000,
        prospectsPerMonth: 80,
        state: "proven",
      },
      {
        id: "plant-visits",
        title: "Visit a reference plant",
        transitions: ["comparing-running"],
        interaction: "person",
        functions: ["sales", "marketing"],
        owner: "account-manager",
        spend: 20000,
        state: "proven",
      },
      {
        id: "yearly-review",
        title: "Yearly review with the plant manager",
        transitions: ["running-staying"],
        interaction: "person",
        functions: ["success"],
        owner: "customer-success",
        state: "proven",
      },
    ],
    stopList: [
      {
        id: "trade-fair-stand",
        title: "Stand at the spring trade fair",
        why: "412 scans, 3 conversations, nobody who compared in 18 months",
        since: "2026-07",
      },
    ],
  },
  calendar: {
    $schema: "../../schemas/v1/calendar.json",
    calendars: [
      {
        id: "office",
        title: "Office hours",
        timeZone: "Europe/Berlin",
        week: {
          monday: ["09:00-17:00"],
          tuesday: ["09:00-17:00"],
          wednesday: ["09:00-17:00"],
          thursday: ["09:00-17:00"],
          friday: ["09:00-15:00"],
        },
      },
    ],
  },
  ...baseAgreements,
};

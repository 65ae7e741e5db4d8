import type { Metric } from "../../../schemas/documents.generated.ts";

/** Sizes that anyone can drive up without a sale: activity and attention. */
const vanity = [
  "(?:number of |count of )?quot(?:es|ations)",
  "(?:trade )?(?:shows?|fairs?|exhibitions?|events?) (?:leads?|scans?|contacts?|visitors?)",
  "leads? (?:from|at|of) (?:the )?(?:trade )?(?:shows?|fairs?|exhibitions?)",
  "badge scans?",
  "mqls?",
  "marketing qualified leads?",
  "(?:web ?site|web|site|web ?page|page|landing page|home ?page) (?:visits?|visitors?|views?|hits|traffic)",
  "(?:visits?|visitors?|views?|traffic) (?:to|of|on) (?:the |our )?(?:web ?site|web|site|web ?page|page|home ?page)",
  "web ?traffic",
  "likes",
  "followers",
  "impressions",
  "clicks",
] as const;

/** How many come in, which says nothing of what becomes of them. */
const volumes = [
  "leads?",
  "sqls?",
  "prospects?",
  "inquir(?:y|ies)",
  "enquir(?:y|ies)",
  "contacts?",
  "registrations?",
  "sign ups?",
  "downloads?",
  "appointments?",
  "meetings?",
] as const;

/** A share, a time or an amount of money is not a mere count, whatever it is taken of. */
const related =
  "shares?|rates?|ratio|conversions?|converted|revenue|turnover|sales|value|margin|cost|costs|profit|won|time|hours|days|satisfaction|per";

const pattern = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "u");

const vanityWords = pattern(vanity);
const volumeWords = pattern([...vanity, ...volumes]);
const relatedWords = pattern([related]);

/** Words as one line in lower case, which a pattern reads sooner than any case: an id's hyphens are spaces. */
const plain = (text: string): string => text.replaceAll(/[-_\s]+/gu, " ").toLowerCase();

function counts(words: RegExp, { id, title }: Pick<Metric, "id" | "title">): boolean {
  const texts = [plain(title), plain(id)];
  return texts.some((text) => words.test(text)) && !texts.some((text) => relatedWords.test(text));
}

/** True for a measure that is one of activity or attention by its words. */
export function isVanity(metric: Pick<Metric, "id" | "title">): boolean {
  return counts(vanityWords, metric);
}

/** True for a measure that counts how many come in, by its words. */
export function isVolume(metric: Pick<Metric, "id" | "title">): boolean {
  return counts(volumeWords, metric);
}

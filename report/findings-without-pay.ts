import type { Finding, Findings } from "../core/finding.ts";

/** True for a document whose lines may hold amounts of pay: no excerpt of it is shown where pay is kept back. */
export const holdsPay = (file: string): boolean => /(?:^|\/)compensation\.json$/.test(file);

/**
 * True for a finding that may tell an amount of pay: about a key that is one or looks like one, or about text of the document that
 * could not be read. The rules about pay themselves tell weights and measures alone.
 */
function mayTellPay({ file, pointer, rule, message }: Finding): boolean {
  if (!holdsPay(file)) return false;
  if (/pay/i.test(pointer)) return true;
  return rule.startsWith("document/") && /\d|pay/i.test(message);
}

/** Findings without amounts of pay: the rule and the place stay, the words that may tell an amount do not. */
export const withoutPayAmounts = (findings: Findings): Findings =>
  findings.map((finding) =>
    mayTellPay(finding)
      ? {
          ...finding,
          message:
            "Something is wrong about pay here; the words that say what may tell an amount, so they are not shown.",
          help: 'Run "jointplan check" where the files are.',
          data: {},
        }
      : finding,
  );

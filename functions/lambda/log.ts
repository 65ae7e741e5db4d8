/** Writes one line of JSON to the function's log. */
export function writeLog(level: "info" | "error", entry: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ level, ...entry })}\n`);
}

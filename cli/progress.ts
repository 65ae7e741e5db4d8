import type { Shell } from "./command.ts";

/**
 * Says on stderr what is being done when it takes longer than a second, and how far it is.
 *
 * @returns The work's result.
 */
export async function withProgress<T>(
  shell: Shell,
  what: string,
  work: (step: (done: number, of: number) => void) => Promise<T>,
): Promise<T> {
  let state = "";
  let shown = false;
  const timer = setInterval(() => {
    shown = true;
    shell.note(`${what}${state} …`);
  }, 1000);
  timer.unref();
  try {
    return await work((done, of) => {
      state = `: ${done} of ${of}`;
    });
  } finally {
    clearInterval(timer);
    if (shown) shell.note(`${what}: done`);
  }
}

import { readFileSync } from 'node:fs';

/** Milliseconds. */
const lookEvery = 250;

/** As it was when the program began: it may end while the program still loads. */
const parent = process.ppid;

/**
 * Calls back when the process that started this one has ended. Nothing tells a process so, but from then on it has another
 * parent.
 *
 * npm starts a program through `sh -c`. Where the shell does not replace itself with the program, as dash does not, a
 * killed npm leaves the shell behind, which waits for the program. So npm counts there, not its shell.
 */
export function whenStarterEnds(callBack: () => void): Disposable {
  const npm = isShellOfNpm(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || parentOf(parent) === npm)) return;
    clearInterval(timer);
    callBack();
  }, lookEvery).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** npm sets this variable for what it starts, and so do `npm exec` and npx. */
function isShellOfNpm(processId: number): boolean {
  if (process.env['npm_lifecycle_event'] === undefined) return false;
  const [, option] = processFile(processId, 'cmdline')?.split('\0') ?? [];
  return option === '-c';
}

/** `null` where the system has no `/proc`; `sh` is bash or zsh there, which replace themselves. */
function parentOf(processId: number): number | null {
  // proc_pid_stat(5): the name in parentheses may hold anything; the state and the parent's id follow it.
  const [, parent] = /.*\) \S (\d+) /su.exec(processFile(processId, 'stat') ?? '') ?? [];
  return parent === undefined ? null : Number(parent);
}

function processFile(processId: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${processId}/${name}`, 'utf8');
  } catch {
    return null;
  }
}

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';

/** A process that ends on the second signal, and prints the signals it received. */
async function interruptible(t: TestContext): Promise<ChildProcess> {
  const module = JSON.stringify(new URL('./interruption.ts', import.meta.url).href);
  const code = `import(${module}).then(({ Interruption }) => {
    const interruption = new Interruption();
    interruption.signal.addEventListener('abort', () => console.log(interruption.exitCode));
    setInterval(() => {}, 1000);
    console.log('ready', interruption.exitCode);
  });`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  assert.equal(await nextLine(child), 'ready null');
  return child;
}

async function nextLine({ stdout }: ChildProcess): Promise<string> {
  assert.ok(stdout !== null);
  const [line] = await once(stdout.setEncoding('utf8'), 'data');
  return String(line).trim();
}

for (const [signal, code] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  test(`${signal} lets the process go on to its end, with ${code}; a second one ends it at once`, async (t) => {
    const child = await interruptible(t);
    const started = performance.now();
    child.kill(signal);
    assert.equal(await nextLine(child), String(code));
    // npm forwards the same Ctrl-C, which does not count as a second one.
    child.kill(signal);
    const again = setInterval(() => child.kill(signal), 100);
    await once(child, 'exit');
    clearInterval(again);
    assert.equal(child.exitCode, code);
    assert.ok(performance.now() - started > 900, 'it ended by the same keystroke');
  });

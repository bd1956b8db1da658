import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { conclude } from './conclusion.ts';

/** Runs every script `proof:…` of package.json, one after the other; a proof that fails does not hide the others. */
const failed: string[] = [];
for (const name of await proofs()) {
  process.stdout.write(`\n-- ${name}\n`);
  const began = performance.now();
  const code = await run(name);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(`-- ${name}: ${code === 0 ? 'ok' : 'FAILED'}, ${seconds} s\n`);
  if (code !== 0) failed.push(`${name} failed`);
}
process.stdout.write('\n');
conclude('proof: ', failed);

async function proofs(): Promise<readonly string[]> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  // Our own file.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { scripts } = manifest as { readonly scripts: Readonly<Record<string, string>> };
  return Object.keys(scripts).filter((name) => name.startsWith('proof:'));
}

/** Returns its exit code. */
async function run(script: string): Promise<unknown> {
  const [code] = await once(spawn('npm', ['run', '--silent', script], { stdio: 'inherit' }), 'exit');
  return code;
}

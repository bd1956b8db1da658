import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude } from '../conclusion.ts';
import { InProcessSuite } from '../in-process-suite.ts';
import { compareVerdictsOnStores, writeVerdictsOnStores } from './verdicts-on-stores.ts';
import { judgeOverSlowLink } from './verdicts-over-slow-link.ts';
import { judgeWithheldAnswers } from './withheld-answers.ts';

/** With `--write`, writes the verdicts on stores instead of comparing them with the file. */
const isWriting = process.argv.includes('--write');
const directory = await mkdtemp(join(tmpdir(), 'incompatible-servers-'));
const complaints: string[] = [];
try {
  if (isWriting) await writeVerdictsOnStores(directory);
  else complaints.push(...(await compareVerdictsOnStores(directory)));
  const suite = new InProcessSuite(directory);
  complaints.push(...(await judgeOverSlowLink(suite)));
  complaints.push(...(await judgeWithheldAnswers(suite)));
} finally {
  await rm(directory, { recursive: true });
}
conclude('incompatible servers: ', complaints);

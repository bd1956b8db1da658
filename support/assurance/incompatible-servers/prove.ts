import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude } from '../conclusion.ts';
import { InProcessSuite } from '../in-process-suite.ts';
import { judgeStores, writeVerdictsOnStores } from './verdicts-on-stores.ts';
import { judgeOverSlowLink } from './verdicts-over-slow-link.ts';
import { judgeWithheldAnswers } from './withheld-answers.ts';

/** With `--write`, writes the verdicts on stores that lack something instead of comparing them. */
const isWriting = process.argv.includes('--write');
const directory = await mkdtemp(join(tmpdir(), 'incompatible-servers-'));
const complaints: string[] = [];
try {
  const suite = new InProcessSuite(directory);
  if (isWriting) await writeVerdictsOnStores(suite);
  else complaints.push(...(await judgeStores(suite)));
  complaints.push(...(await judgeOverSlowLink(suite)));
  complaints.push(...(await judgeWithheldAnswers(suite)));
} finally {
  await rm(directory, { recursive: true });
}
conclude('incompatible servers: ', complaints);

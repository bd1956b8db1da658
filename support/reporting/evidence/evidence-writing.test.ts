import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { EvidenceFiles } from './evidence-writing.ts';

let reports: string;

before(async () => {
  reports = await mkdtemp(join(tmpdir(), 'evidence-'));
});
after(() => rm(reports, { recursive: true, force: true }));

test('evidence of an earlier run is removed, and other files in that folder stay', async () => {
  const folder = join(reports, 'evidence');
  await mkdir(folder);
  const earlier = ['PBE-25-put-bucket-encryption-310.json', 'BOX-01-My_boxes.v2-12.json'];
  for (const name of [...earlier, 'contract.json', 'photo.png']) await writeFile(join(folder, name), '{}');
  const scenario = { clause: 'GBE-01', scenario: 'x', feature: 'features/get-bucket-encryption.feature', line: 7 };
  (await EvidenceFiles.open(reports)).keep({ ...scenario, exchanges: [] });
  const kept = (await readdir(folder)).toSorted();
  assert.deepEqual(kept, ['GBE-01-get-bucket-encryption-7.json', 'contract.json', 'photo.png']);
});

import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { Given, Then } from '@cucumber/cucumber';
import { filesHolding } from '../support/harness/object-encryption/at-rest-search.ts';
import { Nonconformance, Untested } from '../support/harness/verdict/finding.ts';
import { putObject } from '../support/harness/objects/object-requests.ts';
import { poll } from '../support/harness/read-after-write/polling.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';

/** Random, so that no other file on the machine contains it by chance. */
const markerBytes = 64;

Given('a target in whose files plaintext can be found', async function (this: OssWorld) {
  await requireFindablePlaintext(this);
});

Then("the target's files hold no trace of the object", async function (this: OssWorld) {
  const { content } = this.part(ScenarioObject);
  // A later upload has reached the disk, so the earlier one has had time to.
  await requireFindablePlaintext(this);
  const found = await search(directoryOf(this), content);
  if (found.length > 0)
    throw new Nonconformance(
      'ciphertext on the disk',
      `the plaintext in ${found.length === 1 ? 'a file' : `${found.length} files`}`,
    );
});

/** Throws Untested unless an object of a bucket without a rule is found: a search that finds nothing would prove nothing. */
async function requireFindablePlaintext(world: OssWorld): Promise<void> {
  const directory = directoryOf(world);
  await world.useBucket();
  const marker = randomBytes(markerBytes);
  await world.prepare('PutObject', putObject(world.part(ScenarioObject).address, marker));
  const found = await poll(
    () => search(directory, marker),
    (files) => files.length > 0,
    world.target.limits.readAfterWriteMs,
  );
  if (found.length === 0) throw new Untested("an object uploaded without any rule is not found in the target's files");
}

function directoryOf({ target }: OssWorld): string {
  if (target.atRest === null)
    throw new Untested('this run was not given the directory in which the target keeps its bytes');
  return target.atRest.directory;
}

async function search(directory: string, plaintext: Uint8Array): Promise<readonly string[]> {
  try {
    return await filesHolding(directory, plaintext);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Untested(`the target's files in ${basename(directory)} cannot be read (${String(error.code)})`);
  }
}

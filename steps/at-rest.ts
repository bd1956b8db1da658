import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { Given, Then } from '@cucumber/cucumber';
import { filesHolding } from '../support/harness/objects/at-rest-search.ts';
import { Nonconformance, Untested } from '../support/harness/judgement/finding.ts';
import { putObject } from '../support/harness/objects/object-requests.ts';
import { poll } from '../support/harness/conversation/polling.ts';
import type { OssWorld } from '../support/harness/run/world.ts';

/** Random, so that no other file on the machine can hold it by chance. */
const canaryBytes = 64;

Given('a target in whose files plaintext can be found', async function (this: OssWorld) {
  const directory = directoryOf(this);
  await this.useBucket();
  const canary = randomBytes(canaryBytes);
  await this.prepare('PutObject', putObject(this.address, canary));
  const found = await poll(
    () => search(directory, canary),
    (files) => files.length > 0,
    this.target.limits.readAfterWriteMs,
  );
  // Otherwise a search that finds nothing would prove nothing.
  if (found.length === 0) throw new Untested("an object uploaded without any rule is not found in the target's files");
});

Given('an object of random bytes', function (this: OssWorld) {
  this.object.content = randomBytes(canaryBytes);
});

Then("the target's files hold no trace of the object", async function (this: OssWorld) {
  const found = await search(directoryOf(this), this.object.content);
  if (found.length > 0)
    throw new Nonconformance(
      'ciphertext on the disk',
      `the plaintext in ${found.length === 1 ? 'a file' : `${found.length} files`}`,
    );
});

function directoryOf({ target }: OssWorld): string {
  if (target.atRest === null) throw new Untested('this run was not told where the target keeps its bytes');
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

import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { NotPrepared, type Reply } from '../support/harness/conversation/conversation.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { deleteBucketEncryption } from '../support/harness/bucket-encryption/encryption-requests.ts';
import { getBucketInfo } from '../support/harness/conversation/requests.ts';
import { prepareNoRule, prepareRule } from '../support/harness/bucket-encryption/rule-preparation.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import type { RuleWords } from './parameter-types.ts';
import { rowsOf } from './tables.ts';

Given('a bucket', async function (this: OssWorld) {
  await this.useBucket();
});

Given('a bucket without an encryption rule', async function (this: OssWorld) {
  await this.useBucket();
  await prepareNoRule(this);
});

Given('another bucket', async function (this: OssWorld) {
  await this.useBucket();
  this.setAside();
});

Given('a bucket whose encryption rule is {rule}', async function (this: OssWorld, rule: RuleWords) {
  await this.useBucket();
  await prepareRule(this, rule);
});

Given('a bucket whose encryption rule is', async function (this: OssWorld, elements: DataTable) {
  await this.useBucket();
  await prepareRule(this, rowsOf(this, elements));
});

Given('another bucket without an encryption rule', async function (this: OssWorld) {
  await this.useBucket();
  await prepareNoRule(this);
  this.setAside();
});

Given('another bucket whose encryption rule is {rule}', async function (this: OssWorld, rule: RuleWords) {
  await this.useBucket();
  await prepareRule(this, rule);
  this.setAside();
});

Given('a bucket whose encryption rule was deleted', async function (this: OssWorld) {
  await this.useBucket();
  await prepareRule(this, [['SSEAlgorithm', 'AES256']]);
  await this.prepare('DeleteBucketEncryption', deleteBucketEncryption(this.bucket.name));
});

Given('a bucket created with the headers', async function (this: OssWorld, headers: DataTable) {
  await this.useBucket(rowsOf(this, headers));
});

When('the owner creates a bucket with the headers', async function (this: OssWorld, headers: DataTable) {
  try {
    await this.useBucket(rowsOf(this, headers));
  } catch (error) {
    throw error instanceof NotPrepared && isRefusalOfRequest(error.reply)
      ? new Nonconformance('the bucket to be created', describeAnswer(error.reply.answer))
      : error;
  }
});

Given('a bucket that does not exist', function (this: OssWorld) {
  this.useMissingBucket();
});

Then('the bucket still exists', async function (this: OssWorld) {
  const { answer } = await this.look(getBucketInfo(this.bucket.name));
  if (answer.status === 404) throw new Nonconformance('the bucket still to exist', describeAnswer(answer));
});

Then('the bucket still does not exist', async function (this: OssWorld) {
  const { answer } = await this.look(getBucketInfo(this.bucket.name));
  if (answer.status < 300) throw new Nonconformance('no bucket to come into being', 'a bucket of that name');
});

/** That the account has as many buckets as it may says nothing of this one. */
function isRefusalOfRequest({ answer, foreign }: Reply): boolean {
  const reading = readErrorDocument(answer);
  return foreign === null && answer.status >= 400 && 'error' in reading && reading.error.code !== 'TooManyBuckets';
}

import { Then, When, type DataTable } from '@cucumber/cucumber';
import { readRule, ruleXml } from '../support/harness/bucket-encryption/encryption-rule.ts';
import {
  deleteBucketEncryption,
  getBucketEncryption,
  putBucketEncryption,
} from '../support/harness/bucket-encryption/encryption-requests.ts';
import type { Principal } from '../support/harness/target/target.ts';
import { BucketRules } from '../support/harness/bucket-encryption/bucket-rules.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import type { RuleWords } from './parameter-types.ts';
import { holds, inWords, requireElements, wantedElements } from './rule-tables.ts';
import { rowsOf } from './tables.ts';

When(
  '{principal} sets the encryption rule to {rule}',
  async function (this: OssWorld, principal: Principal, rule: RuleWords) {
    await this.ask(principal, putBucketEncryption(this.bucket.name, ruleXml(rule)));
  },
);

When(
  '{principal} sets the encryption rule to',
  async function (this: OssWorld, principal: Principal, elements: DataTable) {
    await this.ask(principal, putBucketEncryption(this.bucket.name, ruleXml(rowsOf(this, elements))));
  },
);

When('{principal} sets the encryption rule by', async function (this: OssWorld, principal: Principal, body: string) {
  await this.ask(principal, putBucketEncryption(this.bucket.name, body));
});

When('{principal} reads the encryption rule', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, getBucketEncryption(this.bucket.name));
});

When('{principal} deletes the encryption rule', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, deleteBucketEncryption(this.bucket.name));
});

Then("the bucket's encryption rule is {rule}", async function (this: OssWorld, rule: RuleWords) {
  const wanted = wantedElements(rule);
  await this.part(BucketRules).require(this.bucket, inWords(wanted), (reading) => holds(reading, wanted));
});

Then("the bucket's encryption rule holds", async function (this: OssWorld, elements: DataTable) {
  const wanted = wantedElements(rowsOf(this, elements));
  await this.part(BucketRules).require(this.bucket, inWords(wanted), (reading) => holds(reading, wanted));
});

Then("the bucket's encryption rule is unchanged", async function (this: OssWorld) {
  await this.part(BucketRules).requireUnchanged(this.bucket);
});

Then("the other bucket's encryption rule is unchanged", async function (this: OssWorld) {
  await this.part(BucketRules).requireUnchanged(this.otherBucket);
});

Then('the bucket has no encryption rule', async function (this: OssWorld) {
  await this.part(BucketRules).require(this.bucket, 'no rule', ({ kind }) => kind === 'none');
});

Then('the other bucket has no encryption rule', async function (this: OssWorld) {
  await this.part(BucketRules).require(this.otherBucket, 'no rule', ({ kind }) => kind === 'none');
});

Then('the rule in the answer holds', async function (this: OssWorld, elements: DataTable) {
  const wanted = wantedElements(rowsOf(this, elements));
  const answer = await this.settledAnswer((candidate) => holds(readRule(candidate), wanted));
  requireElements(readRule(answer), wanted);
});

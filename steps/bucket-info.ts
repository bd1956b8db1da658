import { Then, When, type DataTable } from '@cucumber/cucumber';
import { readBucketInfoRule } from '../support/harness/bucket-encryption/bucket-info.ts';
import { getBucketInfo } from '../support/harness/conversation/requests.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { holds, requireElements, wantedElements } from './rule-tables.ts';
import { rowsOf } from './tables.ts';

When('{principal} reads the bucket info', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, getBucketInfo(this.bucket.name));
});

Then('the rule in the bucket info holds', async function (this: OssWorld, elements: DataTable) {
  const wanted = wantedElements(rowsOf(this, elements));
  const answer = await this.settledAnswer((candidate) => holds(readBucketInfoRule(candidate), wanted));
  requireElements(readBucketInfoRule(answer), wanted);
});

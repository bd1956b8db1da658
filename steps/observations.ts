import { Then } from '@cucumber/cucumber';
import { headerValue } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { describeReading } from '../support/harness/bucket-encryption/encryption-rule.ts';
import { BucketRules } from '../support/harness/bucket-encryption/bucket-rules.ts';
import type { OssWorld } from '../support/harness/world/world.ts';

/** What clauses of the level `observe` tell: the documentation is silent, so nothing here is right or wrong. */

Then('what the store did is reported', async function (this: OssWorld) {
  const after = await this.part(BucketRules).read(this.bucket);
  this.observations.push(`answered ${describeAnswer(this.answer)}; then ${describeReading(after)}`);
});

Then('how the answer is dressed is reported', function (this: OssWorld) {
  const { headers, body } = this.answer;
  const text = new TextDecoder().decode(body);
  const type = headerValue(headers, 'Content-Type');
  this.observations.push(
    [
      type === undefined ? 'no Content-Type' : `Content-Type ${type}`,
      text.startsWith('<?xml') ? 'an XML declaration' : 'no XML declaration',
      /\n\s*</u.test(text) ? 'indented' : 'on one line',
      headerValue(headers, 'Content-Length') === undefined ? 'chunked' : 'with Content-Length',
    ].join(', '),
  );
});

import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Conversation } from '../../harness/conversation/conversation.ts';
import { storeProblem } from './store-precondition.ts';
import { startReferenceTarget } from '../../run/reference-target.ts';
import { putBucket } from '../../harness/conversation/requests.ts';
import { clientOf } from '../../harness/world/session.ts';

async function unfitnessOf(t: TestContext, deviation?: string): Promise<string | null> {
  const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
  const { target, close } = await startReferenceTarget(style, deviation);
  const client = clientOf(target);
  t.after(async () => {
    await client.close();
    await close();
  });
  const conversation = new Conversation(client, target.principals.owner);
  await conversation.prepare('PutBucket', putBucket('programs'));
  return storeProblem(conversation, target, 'programs');
}

test('programs can be judged through the reference store', async (t) => {
  assert.equal(await unfitnessOf(t), null);
});

for (const [deviation, said] of [
  ['deleting-answers-200', 'deleting the rule is answered 200 instead of 204'],
  [
    'no-rule-is-400',
    'reading no rule is answered 400 NoSuchServerSideEncryptionRule instead of 404 NoSuchServerSideEncryptionRule',
  ],
  [
    'refused-put-removes-the-rule',
    'reading AES256 after that is answered 404 NoSuchServerSideEncryptionRule instead of 200 AES256',
  ],
] as const)
  test(`programs cannot be judged through the store of ${deviation}`, async (t) => {
    assert.equal(await unfitnessOf(t, deviation), said);
  });

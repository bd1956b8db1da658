import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OssClient } from '../../client/client.ts';
import { RequestDraft } from '../conversation/request-draft.ts';
import { getObject } from '../objects/object-requests.ts';
import { testTarget } from '../target/testing/test-target.ts';
import { nameWriting } from './name-writing.ts';

const owner = { accessKeyId: 'LTAIownerOfThis', accessKeySecret: 'secretOfTheOwner' };
const target = testTarget(owner);

const written: Readonly<Record<keyof typeof nameWriting, string>> = {
  'name has %2F for its slashes': '/b-1/d%2Fa.%C3%A4%2B~%28',
  'name has escapes for its letters': '/b-1/%64/%61.%C3%A4%2B~%28',
  'name has escapes for its dots': '/b-1/d/a%2E%C3%A4%2B~%28',
  'name has an escape for its tilde': '/b-1/d/a.%C3%A4%2B%7E%28',
  'name has escapes in lower case': '/b-1/d/a.%c3%a4%2b~%28',
  "name has plain + ! ' ( ) and *": '/b-1/d/a.%C3%A4+~(',
  'name has a plain plus sign': '/b-1/d/a.%C3%A4+~%28',
  'name is not UTF-8': '/b-1/d/a.%C3%A4%2B~%28%D6%D0',
};

for (const [words, vary] of Object.entries(nameWriting))
  test(`a request whose ${words} has the same signature and another path`, async () => {
    await using stack = new AsyncDisposableStack();
    const { endpoint, region, addressing, signature } = target;
    const client = new OssClient({ endpoint, region, addressing, signature, clock: () => new Date(1_800_000_000_000) });
    stack.defer(() => client.close());
    const draft = new RequestDraft();
    vary(draft, target);
    const { request, as, how } = draft.applyTo(getObject({ bucket: 'b-1', key: 'd/a.ä+~(' }), owner);
    const [plain, varied] = [await client.send(request, as), await client.send(request, as, how)];
    assert.equal(varied.signature?.signature, plain.signature?.signature);
    assert.deepEqual(Object.entries(written).find(([name]) => name === words)?.[1], varied.request.path);
  });

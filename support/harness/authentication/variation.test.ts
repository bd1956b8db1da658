import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { OssClient } from '../../client/client.ts';
import type { Exchange } from '../../client/exchange.ts';
import { headerValue, type WireRequest } from '../../client/request.ts';
import type { Sending } from '../../client/sending.ts';
import { ruleXml } from '../bucket-encryption/encryption-rule.ts';
import { Untested } from '../verdict/finding.ts';
import { RequestDraft } from '../conversation/request-draft.ts';
import { putBucketEncryption } from '../bucket-encryption/encryption-requests.ts';
import { testTarget } from '../target/testing/test-target.ts';
import { credentialScope } from './credential-scope.ts';
import { dates } from './dates.ts';
import { framing } from './framing.ts';
import { headerWriting } from './header-writing.ts';
import { keys } from './keys.ts';
import { signedContent } from './signed-content.ts';
import { signedUrls } from './signed-urls.ts';
import type { RequestVariation, RequestVariations } from './variation.ts';

const owner = { accessKeyId: 'LTAIownerOfThis', accessKeySecret: 'secretOfTheOwner' };
const target = testTarget(owner, {
  sts: {
    valid: { accessKeyId: 'STS.valid', accessKeySecret: 'secretForAWhile', securityToken: 'CAIS+/valid==' },
    expired: { accessKeyId: 'STS.expired', accessKeySecret: 'secretOfLastYear', securityToken: 'CAIS+/expired==' },
  },
});
const { endpoint, region, addressing, signature } = target;
const client = new OssClient({ endpoint, region, addressing, signature, clock: () => new Date(1_800_000_000_000) });
after(() => client.close());

const v1: Sending = { signature: 'v1' };
const v4: Sending = { signature: 'v4' };
const v1Url: Sending = { signature: 'v1', placement: 'url' };
const v4Url: Sending = { signature: 'v4', placement: 'url' };

/** A PutBucketEncryption of the owner, signed and varied in these ways. */
async function sent(how: Sending, ...variations: readonly RequestVariation[]): Promise<Exchange> {
  const draft = new RequestDraft();
  draft.send(how);
  for (const vary of variations) vary(draft, target);
  const drafted = draft.applyTo(putBucketEncryption('bkt', ruleXml([['SSEAlgorithm', 'AES256']])), owner);
  return client.send(drafted.request, drafted.as, drafted.how);
}

function written({ method, path, headers, body, framing: frame }: WireRequest): string {
  return JSON.stringify([method, path, headers, Buffer.from(body ?? '').toString('base64'), frame]);
}

const all: RequestVariations = {
  ...credentialScope,
  ...dates,
  ...framing,
  ...headerWriting,
  ...keys,
  ...signedContent,
  ...signedUrls,
};
/** It shows only in combination with another one. */
const withAnother: Readonly<Record<string, RequestVariation>> = {
  'plus sign is not percent-encoded': signedUrls['signature holds a plus sign'],
  'response-content-type is changed after signing': (draft) => draft.useQuery('response-content-type=text/plain'),
};

for (const [words, vary] of Object.entries(all))
  test(`a request whose ${words} differs from a good client's`, async () => {
    const before = withAnother[words] === undefined ? [] : [withAnother[words]];
    const differs = await Promise.all(
      [v1, v4, v1Url, v4Url].map(
        async (how) =>
          written((await sent(how, ...before)).request) !== written((await sent(how, ...before, vary)).request),
      ),
    );
    assert.ok(differs.includes(true));
  });

const shown: readonly (readonly [words: string, how: Sending, sees: (exchange: Exchange) => boolean])[] = [
  [
    'signature leaves out the sub-resource',
    v1,
    ({ request, signature: trace }) =>
      request.path.endsWith('?encryption') && trace?.stringToSign.includes('encryption') === false,
  ],
  [
    'token is added after signing',
    v4,
    ({ request, signature: trace }) =>
      headerValue(request.headers, 'x-oss-security-token') === 'CAIS+/valid==' &&
      trace?.canonicalHeaders.includes('token') === false,
  ],
  [
    'token belongs to other keys',
    v1,
    ({ request, signature: trace }) =>
      headerValue(request.headers, 'x-oss-security-token') === 'CAIS+/valid==' &&
      trace?.accessKeyId === owner.accessKeyId,
  ],
  [
    'Signature is repeated with a wrong one before it',
    v1Url,
    ({ request, signature: trace }) =>
      JSON.stringify(new URL(request.path, endpoint).searchParams.getAll('Signature')) ===
      JSON.stringify(['AAAAAAAAAAAAAAAAAAAAAAAAAAA=', trace?.signature]),
  ],
  [
    'URL is signed as well as its header',
    v1,
    ({ request }) =>
      request.path.includes('&Signature=') && headerValue(request.headers, 'Authorization') !== undefined,
  ],
  [
    'signature holds a plus sign',
    v1Url,
    ({ request, signature: trace }) => request.path.includes('%2B') && trace?.signature.includes('+') === true,
  ],
  [
    'Content-Length is missing',
    v4,
    ({ request }) => headerValue(request.headers, 'Content-Length') === undefined && request.body === null,
  ],
  ['access key id has its case swapped', v4, ({ signature: trace }) => trace?.accessKeyId === 'ltaiOWNERoFtHIS'],
];
for (const [words, how, sees] of shown)
  test(`a request whose ${words} is what the words say`, async () => {
    const exchange = await sent(how, ...[all[words]].filter((vary) => vary !== undefined));
    assert.ok(sees(exchange), written(exchange.request));
  });

test('what the run was not given is untested', () => {
  const draft = new RequestDraft();
  keys['keys are temporary'](draft, { ...target, sts: null });
  assert.throws(() => draft.applyTo({ method: 'GET', query: [], headers: [] }, owner), Untested);
  keys['secret has its case swapped'](draft);
  assert.throws(
    () => draft.applyTo({ method: 'GET', query: [], headers: [] }, { ...owner, accessKeySecret: '123' }),
    Untested,
  );
});

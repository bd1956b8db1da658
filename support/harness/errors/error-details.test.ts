import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../client/exchange.ts';
import type { XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { detailDeparture } from './error-details.ts';

const exchange: Exchange = {
  request: { origin: 'http://oss.test', method: 'GET', path: '/', headers: [], body: null },
  signature: {
    version: 'v1',
    placement: 'header',
    accessKeyId: 'LTAIx',
    canonicalHeaders: '',
    canonical: '/bkt/?encryption',
    stringToSign: 'GET\n\n\nd\n/bkt/?encryption',
    signingKey: null,
    signature: 'c2lnbmF0dXJl',
  },
  outcome: { answer: { status: 403, headers: [], body: new Uint8Array() } },
  startedAt: 0,
  durationMs: 0,
};

function elements(xml: string): readonly XmlElement[] {
  const reading = readXml(new TextEncoder().encode(`<Error>${xml}</Error>`));
  assert.ok('root' in reading, xml);
  return reading.root.children;
}

const bytes = '47 45 54 0A 0a 0A 64 0A 2F 62 6B 74 2F 3F 65 6E 63 72 79 70 74 69 6F 6E';
const cases: readonly (readonly [name: string, words: string, text: string, got: string | null])[] = [
  ['OSSAccessKeyId', '(the access key id)', 'LTAIx', null],
  ['OSSAccessKeyId', '(the access key id)', 'LTAIy', 'another OSSAccessKeyId'],
  ['OSSAccessKeyId', '(the access key id)', '', 'an empty OSSAccessKeyId'],
  ['SignatureProvided', '(the signature)', 'c2lnbmF0dXJl', null],
  ['StringToSign', '(the string to sign)', 'GET\n\n\nd\n/bkt/?encryption', null],
  ['StringToSign', '(the string to sign)', 'GET\n\n\nd\n/bkt/', 'a StringToSign that differs in line 5'],
  ['StringToSign', '(the string to sign)', 'GET\n\n\nd', 'a StringToSign that differs in line 5'],
  ['StringToSignBytes', '(the bytes of the string to sign)', bytes, null],
  ['StringToSignBytes', '(the bytes of the string to sign)', '47 45 54', 'another StringToSignBytes'],
  ['ServerTime', '(a time)', '2025-04-10T11:00:57.000Z', null],
  [
    'ServerTime',
    '(a time)',
    'Thu, 10 Apr 2025 11:00:57 GMT',
    'a ServerTime of the form "Thu, 99 Apr 9999 99:99:99 GMT"',
  ],
  ['BucketName', "(the bucket's name)", 'bkt', null],
  ['BucketName', "(the bucket's name)", 'other', 'another BucketName'],
  ['Header', '(If-None-Match in any case)', 'if-none-match', null],
  ['Header', '(If-None-Match in any case)', 'If-Match', 'another Header'],
  ['Method', 'POST', 'POST', null],
  ['Method', 'POST', 'PUT', 'the Method "PUT"'],
];
for (const [name, words, text, got] of cases)
  test(`${words} ${got === null ? 'is' : 'is not'} ${JSON.stringify(text.slice(0, 30))}`, () => {
    const departure = detailDeparture(elements(`<${name}>${text}</${name}>`), [[name, words]], {
      exchange,
      bucket: 'bkt',
    });
    assert.equal(departure?.got ?? null, got);
  });

test('an element that is missing is named', () => {
  assert.deepEqual(detailDeparture([], [['StringToSign', '(the string to sign)']], { exchange, bucket: 'bkt' }), {
    expected: 'StringToSign to be the string to sign',
    got: 'no StringToSign',
  });
});

test('an unsigned request has no signature to compare', () => {
  assert.throws(
    () =>
      detailDeparture([], [['StringToSign', '(the string to sign)']], {
        exchange: { ...exchange, signature: null },
        bucket: 'bkt',
      }),
    /unsigned request/u,
  );
});

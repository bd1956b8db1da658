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
const cases: readonly (readonly [name: string, words: string, text: string, holds: boolean])[] = [
  ['OSSAccessKeyId', '(the access key id)', 'LTAIx', true],
  ['OSSAccessKeyId', '(the access key id)', 'LTAIy', false],
  ['SignatureProvided', '(the signature)', 'c2lnbmF0dXJl', true],
  ['StringToSign', '(the string to sign)', 'GET\n\n\nd\n/bkt/?encryption', true],
  ['StringToSign', '(the string to sign)', 'GET\n\n\nd\n/bkt/', false],
  ['StringToSignBytes', '(the bytes of the string to sign)', bytes, true],
  ['StringToSignBytes', '(the bytes of the string to sign)', '47 45 54', false],
  ['ServerTime', '(a time)', '2025-04-10T11:00:57.000Z', true],
  ['ServerTime', '(a time)', 'Thu, 10 Apr 2025 11:00:57 GMT', false],
  ['BucketName', "(the bucket's name)", 'bkt', true],
  ['BucketName', "(the bucket's name)", 'other', false],
  ['Method', 'POST', 'POST', true],
  ['Method', 'POST', 'PUT', false],
];
for (const [name, words, text, holds] of cases)
  test(`${words} ${holds ? 'is' : 'is not'} ${JSON.stringify(text.slice(0, 30))}`, () => {
    const departure = detailDeparture(elements(`<${name}>${text}</${name}>`), [[name, words]], {
      exchange,
      bucket: 'bkt',
    });
    assert.deepEqual(departure?.got ?? null, holds ? null : 'something else');
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeaderPair } from '../../client/request.ts';
import { rangeFault } from './range-reading.ts';

const content = Buffer.from('0123456789');

function faultOf(status: number, body: string, ...headers: readonly HeaderPair[]): string | null {
  const fault = rangeFault({ status, headers, body: Buffer.from(body) }, content, { first: 4, last: 6 });
  return fault === null ? null : `${fault.wanted}, ${fault.got}`;
}

const range: HeaderPair = ['Content-Range', 'bytes 4-6/10'];

test('the bytes of the range are right', () => {
  assert.equal(faultOf(206, '456', range, ['Content-Length', '3']), null);
});

test('every part of the answer is compared', () => {
  assert.match(faultOf(200, '0123456789') ?? '', /^206, 200/);
  assert.equal(faultOf(206, '456'), 'the Content-Range "bytes 4-6/10", none');
  assert.equal(
    faultOf(206, '456', ['Content-Range', 'bytes 4-6/26']),
    'the Content-Range "bytes 4-6/10", bytes 4-6/26',
  );
  assert.equal(faultOf(206, '456', range, ['Content-Length', '11']), 'a Content-Length of 3, 11');
  assert.equal(faultOf(206, '345', range), 'the 3 bytes that were uploaded, other bytes');
  assert.equal(faultOf(206, '4567', range), 'the 3 bytes that were uploaded, 4 bytes');
});

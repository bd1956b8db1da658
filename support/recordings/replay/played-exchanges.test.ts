import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../client/exchange.ts';
import type { WireRequest } from '../../client/request.ts';
import { PlayedExchanges } from './played-exchanges.ts';

const request: WireRequest = {
  origin: 'http://store.example',
  method: 'PUT',
  path: '/b',
  headers: [['A', 'b']],
  body: Buffer.from('c'),
};
const answer: Answer = { status: 200, headers: [['D', 'e']], body: Buffer.from('f') };

const played = new PlayedExchanges();
played.add(request, answer);

test('an exchange with the same bytes was played', () => {
  assert.equal(played.has({ ...request, body: Buffer.from('c') }, { ...answer, body: Buffer.from('f') }), true);
});

const others: readonly (readonly [what: string, Partial<WireRequest>, Partial<Answer>])[] = [
  ['origin', { origin: 'http://b.store.example' }, {}],
  ['method', { method: 'POST' }, {}],
  ['path', { path: '/b/' }, {}],
  ['request header', { headers: [['a', 'b']] }, {}],
  ['request body', { body: Buffer.from('C') }, {}],
  ['status', {}, { status: 201 }],
  ['answer header', {}, { headers: [['D', 'E']] }],
  ['answer body', {}, { body: Buffer.from('F') }],
];

for (const [what, asked, answered] of others)
  test(`an exchange with another ${what} was not`, () => {
    assert.equal(played.has({ ...request, ...asked }, { ...answer, ...answered }), false);
  });

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../client/exchange.ts';
import type { WireRequest } from '../../client/request.ts';
import { canNockPlay } from './nock-compatibility.ts';

const request: WireRequest = { origin: 'http://store.example', method: 'PUT', path: '/b', headers: [], body: null };
const answer: Answer = { status: 200, headers: [['Content-Length', '1']], body: Buffer.from('a') };
const nothing = new Uint8Array();

const table: readonly (readonly [what: string, played: boolean, Partial<WireRequest>, Partial<Answer>])[] = [
  ['a usual exchange', true, {}, {}],
  ['an answer without a length', true, {}, { headers: [] }],
  ['an answer to HEAD, with the length of that to GET', true, { method: 'HEAD' }, { body: nothing }],
  ['an answer that has no body', true, {}, { status: 204, headers: [], body: nothing }],
  ['an unknown method', false, { method: 'PURGE' }, {}],
  ['GET with a body', false, { method: 'GET', body: Buffer.from('a') }, {}],
  ['an upload that says it is encoded', false, { headers: [['Content-Encoding', 'gzip']], body: Buffer.from('a') }, {}],
  ['a large object', false, { body: Buffer.alloc(1024 * 1024) }, {}],
  ['a status that no response has', false, {}, { status: 600 }],
  ['a status whose body is in doubt', false, {}, { status: 205, headers: [], body: nothing }],
  ['a body where there is none', false, {}, { status: 204 }],
  ['another length than the body has', false, {}, { headers: [['Content-Length', '2']] }],
  ['a name that no header has', false, {}, { headers: [['a b', 'c']] }],
  ['a value that no header has', false, {}, { headers: [['a', 'b\0']] }],
];

for (const [what, played, asked, answered] of table)
  test(`nock ${played ? 'plays' : 'does not play'} ${what}`, () => {
    assert.equal(canNockPlay({ ...request, ...asked }, { ...answer, ...answered }), played);
  });

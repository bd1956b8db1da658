import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  altered,
  withExtraHeader,
  withExtraQueryParameter,
  withHeaderValue,
  withoutHeader,
  withoutQueryParameter,
  type Alteration,
} from './alteration.ts';
import type { WireRequest } from './request.ts';

const wire: WireRequest = {
  origin: 'http://store.test',
  method: 'PUT',
  path: '/b/?encryption&Expires=1&x=a%26b',
  headers: [
    ['Host', 'store.test'],
    ['Date', 'now'],
    ['date', 'later'],
  ],
  body: null,
};

const table: readonly (readonly [title: string, alteration: Alteration, changed: Partial<WireRequest>])[] = [
  ['every header of a name is dropped', withoutHeader('DATE'), { headers: [['Host', 'store.test']] }],
  [
    'a header is added where one of its name already is',
    withExtraHeader('Host', 'other'),
    { headers: [...wire.headers, ['Host', 'other']] },
  ],
  [
    'a value is changed in its place',
    withHeaderValue('host', (value) => value.toUpperCase()),
    { headers: [['Host', 'STORE.TEST'], ...wire.headers.slice(1)] },
  ],
  ['a query parameter is dropped', withoutQueryParameter('Expires'), { path: '/b/?encryption&x=a%26b' }],
  [
    'a query parameter without a value is dropped',
    withoutQueryParameter('encryption'),
    { path: '/b/?Expires=1&x=a%26b' },
  ],
  [
    'the question mark goes with the last parameter',
    altered(withoutQueryParameter('encryption'), withoutQueryParameter('Expires'), withoutQueryParameter('x')),
    { path: '/b/' },
  ],
  [
    'a query parameter is added, escaped',
    altered(withExtraQueryParameter('a b', '+'), withExtraQueryParameter('c')),
    { path: `${wire.path}&a%20b=%2B&c` },
  ],
];

for (const [title, alteration, changed] of table)
  test(title, () => assert.deepEqual(alteration(wire), { ...wire, ...changed }));

test('a query parameter is added to a path without any', () =>
  assert.equal(withExtraQueryParameter('acl')({ ...wire, path: '/b/' }).path, '/b/?acl'));

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DateNormalizer } from './date-normalizer.ts';

const now = new Date('2026-11-23T10:20:30.000Z');
const clock = new Date('2026-01-01T00:00:00.000Z');

const table: readonly (readonly [what: string, live: string, recorded: string])[] = [
  ['the date of an answer', 'Mon, 23 Nov 2026 10:20:31 GMT', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  [
    'a creation date',
    '<CreationDate>2026-11-23T10:20:29.123Z</CreationDate>',
    '<CreationDate>2026-01-01T00:00:00.000Z</CreationDate>',
  ],
  ['a date without fractions', '2026-11-23T10:19:00Z', '2026-01-01T00:00:00Z'],
  ['a date in the basic form', 'is 20261123T102030Z.', 'is 20260101T000000Z.'],
  ['the date of a store whose clock is a little off', 'Mon, 23 Nov 2026 10:26:00 GMT', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  ['the day of a signature', '<ArgumentValue>20261123</ArgumentValue>', '<ArgumentValue>20260101</ArgumentValue>'],
  ['the day before, with hyphens', '2026-11-22 is not today', '2025-12-31 is not today'],
  ['a number of eight digits in a longer name', 'key-20261123', 'key-20261123'],
  ['a day of long ago', '20190620 and 2019-06-20', '20190620 and 2019-06-20'],
  ['no day at all', '20261345', '20261345'],
  ['a date of long ago', '2019-06-20T00:00:00.000Z', '2019-06-20T00:00:00.000Z'],
  ['no date at all', '20261123T102030', '20261123T102030'],
  ['no date, though it looks so', '2026-13-45T99:99:99Z', '2026-13-45T99:99:99Z'],
];

for (const [what, live, recorded] of table)
  test(`${what} gets the time of the recordings, or stays`, () => {
    assert.equal(new DateNormalizer(clock).normalize(live, now), recorded);
  });

test('a date of the request that the answer quotes is that of the rerun, in any format', () => {
  const dates = new DateNormalizer(clock);
  dates.learn('20261123T100430Z', '20251231T234400Z');
  const quoted = '<RequestTime>2026-11-23T10:04:30.000Z</RequestTime><ServerTime>2026-11-23T10:20:30.500Z</ServerTime>';
  assert.equal(
    dates.normalize(quoted, now),
    '<RequestTime>2025-12-31T23:44:00.000Z</RequestTime><ServerTime>2026-01-01T00:00:00.000Z</ServerTime>',
  );
});

test('a date that a store computes from one of the request keeps its distance to it', () => {
  const dates = new DateNormalizer(clock);
  dates.learn('20261123T082030Z', '20251231T220000Z');
  assert.equal(
    dates.normalize('<Expires>2026-11-23T09:20:30.000Z</Expires>', now),
    '<Expires>2025-12-31T23:00:00.000Z</Expires>',
  );
});

test('seconds since the epoch are learned, and quoted as a date', () => {
  const dates = new DateNormalizer(clock);
  dates.learn(String(Date.parse('2026-11-23T09:00:00Z') / 1000), String(Date.parse('2025-12-31T22:39:30Z') / 1000));
  assert.equal(dates.normalize('2026-11-23T09:00:00.000Z', now), '2025-12-31T22:39:30.000Z');
});

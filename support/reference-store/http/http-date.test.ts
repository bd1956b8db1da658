import assert from 'node:assert/strict';
import { it } from 'node:test';
import { basicIsoDate, basicIsoDay, readBasicIsoDate } from './http-date.ts';

it('reads the form of V4, and writes it back', () => {
  for (const text of ['20261129T094158Z', '20280229T000000Z', '20261231T235959Z']) {
    const time = readBasicIsoDate(text);
    assert.equal(time && basicIsoDate(time), text);
    assert.equal(time && basicIsoDay(time), text.slice(0, 8));
  }
});

it('reads no date that the calendar does not have', () => {
  for (const text of ['20260231T000000Z', '20270229T000000Z', '20260100T000000Z', '20261301T000000Z'])
    assert.equal(readBasicIsoDate(text), null, text);
});

it('reads no time that the clock does not have', () => {
  for (const text of ['20261129T240000Z', '20261129T250000Z', '20261129T006000Z', '20261129T000060Z'])
    assert.equal(readBasicIsoDate(text), null, text);
});

it('reads no other form', () => {
  for (const text of [
    '',
    '20261129',
    '2026-11-29T09:41:58Z',
    ' 20261129T094158Z',
    '20261129T094158Z ',
    '20261129T094158',
  ])
    assert.equal(readBasicIsoDate(text), null, text);
});

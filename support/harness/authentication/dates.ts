import { withHeaderValue } from '../../client/alteration.ts';
import { httpDate, isoBasicDate } from '../../client/signature/dates.ts';
import type { RequestVariations } from './variation.ts';

const minute = 60;
const hour = 60 * minute;

/** The signing time of a request, and its header. The signature covers it. */
export const dates = {
  'clock is 16 minutes slow': (draft) => draft.send({ skewSeconds: -16 * minute }),
  'clock is 16 minutes fast': (draft) => draft.send({ skewSeconds: 16 * minute }),
  'clock is 14 minutes slow': (draft) => draft.send({ skewSeconds: -14 * minute }),
  'clock is 14 minutes fast': (draft) => draft.send({ skewSeconds: 14 * minute }),

  'time is in Date': (draft) => draft.send({ dateHeader: 'Date' }),
  'time is in x-oss-date': (draft) => draft.send({ dateHeader: 'x-oss-date' }),
  'time is missing': (draft) => draft.send({ dateHeader: 'none' }),
  'Date is not a date': (draft) => draft.useHeader('Date', 'the day before yesterday'),
  'x-oss-date is not a date': (draft) => draft.useHeader('x-oss-date', 'the day before yesterday'),
  // Digits in the right places, so that only the calendar refuses them.
  'x-oss-date has the hour 25': (draft) => draft.useHeader('x-oss-date', hour25()),
  // Section 12.1: ali-oss and the Go SDK V2 write x-oss-date, in the form of the signature's version (AUTH-09, AUTH-25).
  'Date is an hour older than its V1 x-oss-date': (draft) => {
    draft.useHeader('Date', httpDate(secondsFromNow(-hour)));
    draft.useHeader('x-oss-date', httpDate(secondsFromNow(0)));
  },
  'V1 x-oss-date is an hour older than its Date': (draft) => {
    draft.useHeader('Date', httpDate(secondsFromNow(0)));
    draft.useHeader('x-oss-date', httpDate(secondsFromNow(-hour)));
  },
  'Date and V4 x-oss-date are the same time': (draft) => {
    draft.useHeader('Date', httpDate(secondsFromNow(0)));
    draft.useHeader('x-oss-date', isoBasicDate(secondsFromNow(0)));
  },
  // Well within the fifteen minutes, so that only the signature can be wrong.
  'Date is moved by a minute after signing': (draft) =>
    draft.send({ finish: withHeaderValue('Date', (value) => httpDate(new Date(Date.parse(value) + minute * 1000))) }),
} satisfies RequestVariations;

/** Today at 25 o'clock, in the form of V4. */
export function hour25(): string {
  return `${isoBasicDate(new Date()).slice(0, 8)}T250000Z`;
}

function secondsFromNow(seconds: number): Date {
  return new Date(Date.now() + seconds * 1000);
}

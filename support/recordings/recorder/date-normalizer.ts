import { httpDate, isoBasicDate } from '../../client/signature/dates.ts';

/** How far the store's dates may be from the start of an exchange: its clock may be off, and answering takes time. */
const nearMs = 10 * 60 * 1000;
/** How far dates may be that a store computes from those of a request: a URL is valid for a week at most (AUTH-31). */
const farMs = 15 * 24 * 3600 * 1000;

/** Rewrites every date of a run to the time of the recordings. */
export class DateNormalizer {
  readonly #clock: Date;
  readonly #known = new Map<number, Date>();
  /** From the clock of the live run to that of the rerun. */
  #shiftMs = 0;

  /** `clock` is the time of every recording. */
  constructor(clock: Date) {
    this.#clock = clock;
  }

  /** A date of a live request, and the one at the same place of the rerun's request. Other texts are ignored. */
  learn(live: string, rerun: string): void {
    const [from, to] = [dateIn(live), dateIn(rerun)];
    if (from === null || to === null) return;
    this.#known.set(inSeconds(from), to);
    this.#shiftMs = to.getTime() - from.getTime();
  }

  /**
   * Dates of requests become those of the rerun; the store's own, near `now`, the time of the recordings; a date that
   * a store computes from one of the request keeps its distance to it.
   */
  normalize(text: string, now: Date): string {
    const withDays = text.replaceAll(anyDay, (written) => this.#day(written, now));
    return withDays.replaceAll(anyDate, (written) => {
      const date = dateIn(written);
      if (date === null) return written;
      const known = this.#known.get(inSeconds(date));
      if (known !== undefined) return writtenAs(written, known);
      const distance = Math.abs(date.getTime() - now.getTime());
      if (distance < nearMs) return writtenAs(written, this.#clock);
      return distance < farMs ? writtenAs(written, new Date(date.getTime() + this.#shiftMs)) : written;
    });
  }

  /** A day without a time, as an answer quotes the scope of a V4 signature (AUTH-25): as far from today as it was. */
  #day(written: string, now: Date): string {
    const day = new Date(written.replace(/^(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3'));
    if (Number.isNaN(day.getTime()) || Math.abs(day.getTime() - now.getTime()) >= farMs) return written;
    const shifted = new Date(day.getTime() + startOfDay(this.#clock) - startOfDay(now));
    const extended = shifted.toISOString().slice(0, 10);
    return written.includes('-') ? extended : extended.replaceAll('-', '');
  }
}

const rfc1123 = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/u;
const isoBasic = /(?<!\d)\d{8}T\d{6}Z/u;
const isoExtended = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z/u;
const anyDate = new RegExp(`${rfc1123.source}|${isoBasic.source}|${isoExtended.source}`, 'gu');
const anyDay = /(?<![\w-])(?:\d{8}|\d{4}-\d\d-\d\d)(?![\w-])/gu;
const onlyDate = new RegExp(`^(?:${anyDate.source})$`, 'u');
/** As V1 writes `Expires` (AUTH-13); an answer may quote it as a date. */
const unixSeconds = /^\d{10}$/u;

function dateIn(text: string): Date | null {
  if (unixSeconds.test(text)) return new Date(Number(text) * 1000);
  if (!onlyDate.test(text)) return null;
  const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u;
  const date = new Date(text.replace(basic, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Milliseconds since the epoch, in UTC. */
function startOfDay(date: Date): number {
  return Date.parse(date.toISOString().slice(0, 10));
}

function inSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** In the same format, including the fractions of a second. */
function writtenAs(form: string, date: Date): string {
  if (form.endsWith('GMT')) return httpDate(date);
  if (!form.includes('-')) return isoBasicDate(date);
  const fraction = /\.\d+/u.exec(form)?.[0];
  const seconds = date.toISOString().slice(0, 19);
  return fraction === undefined ? `${seconds}Z` : `${seconds}.${'0'.repeat(fraction.length - 1)}Z`;
}

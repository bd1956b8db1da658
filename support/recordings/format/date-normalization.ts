import { httpDate, isoBasicDate } from '../../client/signature/dates.ts';

/** How far the store's clock, or the time an exchange takes, may lie from the moment at which it began. */
const nearMs = 10 * 60 * 1000;
/** How far dates may lie that a store computes from those of a request: a URL is good for a week at most (AUTH-31). */
const farMs = 15 * 24 * 3600 * 1000;

/** Puts the clock of the recordings in the place of the clock of a run, wherever a date is written. */
export class Moments {
  readonly #clock: Date;
  readonly #known = new Map<number, Date>();
  /** From the clock of the live run to that of the re-enactment. */
  #shiftMs = 0;

  /** `clock` is the time of every recording. */
  constructor(clock: Date) {
    this.#clock = clock;
  }

  /** A date that a request has, and the one that its re-enactment has in the same place. Other texts are passed over. */
  learn(live: string, reenacted: string): void {
    const [from, to] = [momentIn(live), momentIn(reenacted)];
    if (from === null || to === null) return;
    this.#known.set(inSeconds(from), to);
    this.#shiftMs = to.getTime() - from.getTime();
  }

  /**
   * Dates of requests as their re-enactment has them; the store's own, which lie near `now`, as the recordings' clock;
   * what a store computes from the dates of a request, as far from them as it was.
   */
  translate(text: string, now: Date): string {
    return text.replaceAll(anyDate, (written) => {
      const moment = momentIn(written);
      if (moment === null) return written;
      const known = this.#known.get(inSeconds(moment));
      if (known !== undefined) return writtenAs(written, known);
      const distance = Math.abs(moment.getTime() - now.getTime());
      if (distance < nearMs) return writtenAs(written, this.#clock);
      return distance < farMs ? writtenAs(written, new Date(moment.getTime() + this.#shiftMs)) : written;
    });
  }
}

const rfc1123 = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/u;
const isoBasic = /(?<!\d)\d{8}T\d{6}Z/u;
const isoExtended = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z/u;
const anyDate = new RegExp(`${rfc1123.source}|${isoBasic.source}|${isoExtended.source}`, 'gu');
const onlyDate = new RegExp(`^(?:${anyDate.source})$`, 'u');
/** As V1 writes `Expires` (AUTH-13); an answer may quote it as a date. */
const unixSeconds = /^\d{10}$/u;

function momentIn(text: string): Date | null {
  if (unixSeconds.test(text)) return new Date(Number(text) * 1000);
  if (!onlyDate.test(text)) return null;
  const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u;
  const moment = new Date(text.replace(basic, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function inSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

/** In the form of the other, down to its fractions of a second. */
function writtenAs(form: string, moment: Date): string {
  if (form.endsWith('GMT')) return httpDate(moment);
  if (!form.includes('-')) return isoBasicDate(moment);
  const fraction = /\.\d+/u.exec(form)?.[0];
  const seconds = moment.toISOString().slice(0, 19);
  return fraction === undefined ? `${seconds}Z` : `${seconds}.${'0'.repeat(fraction.length - 1)}Z`;
}

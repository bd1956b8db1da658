/** `Sun, 22 Nov 2026 12:06:43 GMT`: the form of `Date`, and of `x-oss-date` under V1 (AUTH-09). */
export function httpDate(moment: Date): string {
  return moment.toUTCString();
}

/** `20261122T120643Z`: the form of `x-oss-date` under V4 (AUTH-25). */
export function isoBasicDate(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Seconds since the epoch, as V1's `Expires` counts them (AUTH-13). */
export function unixSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

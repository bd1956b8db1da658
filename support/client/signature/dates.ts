/** `Sun, 22 Nov 2026 12:06:43 GMT`: the form of `Date`, and of `x-oss-date` under V1 (AUTH-09). */
export function httpDate(moment: Date): string {
  return moment.toUTCString();
}

/** `20261122T120643Z`: the form of `x-oss-date` under V4 (AUTH-25). */
export function isoBasicDate(moment: Date): string {
  const iso = moment.toISOString();
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
}

/** Seconds since the epoch, as V1's `Expires` counts them (AUTH-13). */
export function unixSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

/** `Sun, 22 Nov 2026 12:06:43 GMT`: the form of `Date`, and of `x-oss-date` under V1 (AUTH-09). */
export const httpDate = formattedOncePerSecond((date) => date.toUTCString());

/** `20261122T120643Z`: the form of `x-oss-date` under V4 (AUTH-25). */
export const isoBasicDate = formattedOncePerSecond((date) => {
  const iso = date.toISOString();
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
});

/** Seconds since the epoch, as V1's `Expires` counts them (AUTH-13). */
export function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** A busy client signs thousands of requests in a second, and formatting is a tenth of what signing costs. */
function formattedOncePerSecond(format: (date: Date) => string): (date: Date) => string {
  let second = Number.NaN;
  let text = '';
  return (date) => {
    const asked = unixSeconds(date);
    if (asked !== second) {
      text = format(date);
      second = asked;
    }
    return text;
  };
}

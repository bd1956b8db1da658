/**
 * Seconds-precise time of an RFC 1123 date such as `Sun, 22 Nov 2026 12:06:42 GMT`. `null` for anything else: two-digit
 * days, GMT and the right weekday are required; PBE-39 lists documentation samples that fail this.
 */
export function readHttpDate(text: string): Date | null {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toUTCString() === text ? time : null;
}

/** `YYYYMMDDThhmmssZ`, the form of V4 (AUTH-25). `null` for anything else. */
export function readBasicIsoDate(text: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
  // To `Date`, 31 February and 24 o'clock are the next month and day, and 25 o'clock is no time.
  return time.getUTCDate() === Number(day) ? time : null;
}

export function basicIsoDate(time: Date): string {
  return time.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** `YYYYMMDD` in UTC, as in the scope of V4. */
export function basicIsoDay(time: Date): string {
  const iso = time.toISOString();
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 10)}`;
}

/** ISO 8601 in whole seconds, `2013-07-31T10:56:21.000Z`: the service always has `.000`, and the Python SDK parses nothing else. */
export function isoDate(time: Date): string {
  return new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString();
}

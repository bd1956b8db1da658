/** How a part of a URL may be read: as it stands, decoded, and decoded with pluses for blanks, as some stores do (AUTH-17). */
export const urlReadings: readonly ((part: string) => string)[] = [
  (part) => part,
  decoded,
  (part) => decoded(part.replaceAll('+', ' ')),
];

/** A part that is encoded wrongly stays as it stands. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

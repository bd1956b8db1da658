const shownBytes = 80;

/** The first bytes as one line of printable ASCII: everything else becomes `\xNN`, and a cut shows as `…`. */
export function excerptOf(bytes: Uint8Array): string {
  const shown = [...bytes.subarray(0, shownBytes)].map(printable).join('');
  return bytes.length > shownBytes ? `${shown}…` : shown;
}

function printable(byte: number): string {
  if (byte === 0x5c) return '\\\\';
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

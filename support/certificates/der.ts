/** Distinguished Encoding Rules (X.690), as far as certificates need them: Node cannot issue certificates. */

export function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...derLength(bytes.length)]), bytes]);
}

export function sequence(...content: readonly Buffer[]): Buffer {
  return der(0x30, ...content);
}

export function objectIdentifier(...bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

export function octets(content: Buffer): Buffer {
  return der(0x04, content);
}

export function bits(content: Buffer): Buffer {
  return der(0x03, Buffer.from([0]), content);
}

export function boolean(value: boolean): Buffer {
  return der(0x01, Buffer.from([value ? 0xff : 0]));
}

/** A positive number, big-endian. */
export function integer(bytes: Buffer): Buffer {
  const [first = 0] = bytes;
  return der(0x02, ...(first >= 0x80 ? [Buffer.from([0])] : []), bytes);
}

/** `YYMMDDHHMMSSZ`, good until 2049. */
export function utcTime(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/[-T:]/g, '')}Z`));
}

function derLength(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

/**
 * CRC-64 as OSS prints it in `x-oss-hash-crc64ecma`: polynomial 0x42F0E1EBA9EA3693, reflected, with all ones before and
 * after (AppendObject, response headers). Two 32-bit halves, eight bytes at a time: BigInt is some fifty times slower.
 */
const reflectedPolynomial = { low: 0xd7870f42 | 0, high: 0xc96c5795 | 0 };

/** Tables for the byte that is eight places from the end down to the last one: 8 × 256 entries in one array. */
const lowTable = new Int32Array(8 * 256);
const highTable = new Int32Array(8 * 256);

for (let byte = 0; byte < 256; byte += 1) {
  let low = byte;
  let high = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    const isOdd = (low & 1) === 1;
    low = (low >>> 1) | (high << 31);
    high >>>= 1;
    if (isOdd) {
      low ^= reflectedPolynomial.low;
      high ^= reflectedPolynomial.high;
    }
  }
  lowTable[byte] = low;
  highTable[byte] = high;
}
for (let at = 256; at < 8 * 256; at += 1) {
  const low = lowTable[at - 256] ?? 0;
  const high = highTable[at - 256] ?? 0;
  lowTable[at] = ((low >>> 8) | (high << 24)) ^ (lowTable[low & 0xff] ?? 0);
  highTable[at] = (high >>> 8) ^ (highTable[low & 0xff] ?? 0);
}

/** The CRC-64 of bytes that arrive in pieces. */
export class Crc64 {
  #low: number;
  #high: number;

  /** Continues from a value that was printed; `0` is that of no bytes. */
  constructor(printed = '0') {
    const register = ~BigInt(printed);
    this.#low = Number(BigInt.asIntN(32, register));
    this.#high = Number(BigInt.asIntN(32, register >> 32n));
  }

  update(bytes: Uint8Array): void {
    let low = this.#low;
    let high = this.#high;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const wholeWords = bytes.length - (bytes.length % 8);
    let at = 0;
    for (; at < wholeWords; at += 8) {
      const one = low ^ view.getInt32(at, true);
      const two = high ^ view.getInt32(at + 4, true);
      low = xorOf(lowTable, one, two);
      high = xorOf(highTable, one, two);
    }
    for (; at < bytes.length; at += 1) {
      const entry = (low ^ view.getUint8(at)) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ (lowTable[entry] ?? 0);
      high = (high >>> 8) ^ (highTable[entry] ?? 0);
    }
    this.#low = low;
    this.#high = high;
  }

  /** As the header has it: unsigned, decimal. */
  print(): string {
    const register = (BigInt(this.#high >>> 0) << 32n) | BigInt(this.#low >>> 0);
    return String(BigInt.asUintN(64, ~register));
  }
}

/** What the eight bytes of two words contribute together. */
function xorOf(table: Int32Array, one: number, two: number): number {
  return (
    (table[1792 + (one & 0xff)] ?? 0) ^
    (table[1536 + ((one >>> 8) & 0xff)] ?? 0) ^
    (table[1280 + ((one >>> 16) & 0xff)] ?? 0) ^
    (table[1024 + (one >>> 24)] ?? 0) ^
    (table[768 + (two & 0xff)] ?? 0) ^
    (table[512 + ((two >>> 8) & 0xff)] ?? 0) ^
    (table[256 + ((two >>> 16) & 0xff)] ?? 0) ^
    (table[two >>> 24] ?? 0)
  );
}

/** The printed CRC-64 of two pieces together, from theirs and the length of the second one. */
export function combineCrc64(first: string, second: string, secondLength: number): string {
  const shifted = product(BigInt(first), power(BigInt(secondLength) * 8n));
  return String(shifted ^ BigInt(second));
}

const polynomial = 0xc96c5795d7870f42n;
const one = 1n << 63n;

/** The product of two polynomials over GF(2), modulo that of the CRC; the highest bit is the lowest power. */
function product(left: bigint, right: bigint): bigint {
  let sum = 0n;
  let factor = right;
  for (let bit = one; bit > 0n; bit >>= 1n) {
    if ((left & bit) !== 0n) sum ^= factor;
    factor = (factor & 1n) === 1n ? (factor >> 1n) ^ polynomial : factor >> 1n;
  }
  return sum;
}

/** x to that power. */
function power(exponent: bigint): bigint {
  let result = one;
  let square = one >> 1n;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = product(result, square);
    square = product(square, square);
  }
  return result;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Crc64, combineCrc64 } from './crc64.ts';

/** The documentation prints those of no bytes, `abc` and `test`; the others are facts-objects' vectors. */
const vectors: readonly (readonly [text: string, printed: string])[] = [
  ['', '0'],
  ['abc', '3231342946509354535'],
  ['test', '18020588380933092773'],
  ['foo', '10965392271467943256'],
  ['foobar', '6001682485122215966'],
  ['hello', '11177612005948864433'],
  ['123456789', '11051210869376104954'],
  ['0123456789', '2838902930144391966'],
];

function crcOf(...pieces: readonly Uint8Array[]): string {
  const crc = new Crc64();
  for (const piece of pieces) crc.update(piece);
  return crc.print();
}

for (const [text, printed] of vectors)
  test(`the CRC-64 of "${text}"`, () => {
    assert.equal(crcOf(Buffer.from(text)), printed);
  });

/** By the definition, bit by bit. */
function slowCrcOf(bytes: Uint8Array): string {
  let register = (1n << 64n) - 1n;
  for (const byte of bytes) {
    register ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1)
      register = (register & 1n) === 1n ? (register >> 1n) ^ 0xc96c5795d7870f42n : register >> 1n;
  }
  return String(register ^ ((1n << 64n) - 1n));
}

const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => (at * 167 + (at >> 3)) & 0xff);

test('bytes in any pieces, at any offset, have one CRC-64', () => {
  assert.equal(crcOf(bytes), slowCrcOf(bytes));
  for (const cut of [0, 1, 7, 8, 9, 500, 999, 1_000])
    assert.equal(crcOf(bytes.subarray(0, cut), bytes.subarray(cut)), crcOf(bytes), `cut at ${cut}`);
});

test('a printed value can be continued', () => {
  const crc = new Crc64('10965392271467943256');
  crc.update(Buffer.from('bar'));
  assert.equal(crc.print(), '6001682485122215966');
});

test('the values of two pieces make that of both', () => {
  for (const cut of [0, 1, 8, 333, 1_000]) {
    const [one, other] = [bytes.subarray(0, cut), bytes.subarray(cut)];
    assert.equal(combineCrc64(crcOf(one), crcOf(other), other.length), crcOf(bytes), `cut at ${cut}`);
  }
});

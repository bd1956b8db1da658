import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { array, constant, constantFrom, nat, oneof, record, string, uint8Array, type Arbitrary } from 'fast-check';
import { AnswerReader, type ReadingFault } from '../../client/answer-reader.ts';
import type { Answer } from '../../client/exchange.ts';
import { defaultLimits } from '../../client/limits.ts';
import { property } from './property.ts';
import { mutated } from './mutation.ts';

/** So small that many answers are too large. */
const limits = { ...defaultLimits, maxHeaderBytes: 96, maxBodyBytes: 12 };

const pieces = constantFrom(
  'HTTP/1.1 200 OK',
  'HTTP/1.1 100 Continue',
  'HTTP/1.1 204',
  'HTTP/1.0 200',
  'HTTP/2 200',
  '\r\n',
  '\r\n\r\n',
  '\n',
  '\r',
  ':',
  ' ',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 5, 5',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  '5',
  'ffffffff',
  '0',
  ';x=y',
  'hello',
  '\0',
  'é',
);

const answers: Arbitrary<Uint8Array> = oneof(
  uint8Array({ maxLength: 64 }),
  string({ unit: pieces, maxLength: 16 }).map((text) => Buffer.from(text, 'latin1')),
  mutated(
    oneof(
      constant('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nx-oss-request-id: 1\r\n\r\nhello'),
      constant('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nx: y\r\n\r\n'),
      constant('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\nuntil the end'),
    ),
    pieces,
  ).map((text) => Buffer.from(text, 'latin1')),
);

interface Reading {
  readonly fault: ReadingFault['kind'] | null;
  readonly isWhole: boolean;
  readonly answer: Answer | null;
}

function read(method: string, packets: readonly Uint8Array[]): Reading {
  const reader = new AnswerReader(method, limits);
  for (const packet of packets) {
    if (reader.isWhole) break; // the socket is closed here
    const fault = reader.read(Buffer.from(packet));
    if (fault !== null) return { fault: fault.kind, isWhole: false, answer: null };
  }
  return { fault: null, isWhole: reader.isWholeAtEnd, answer: reader.answer };
}

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

describe('reading an answer', () => {
  property(
    'comes to the same in whichever packets it arrives, and keeps its bounds',
    record({ method: constantFrom('GET', 'HEAD'), bytes: answers, places: array(nat(200), { maxLength: 5 }) }),
    ({ method, bytes, places }) => {
      const whole = read(method, [bytes]);
      const inPackets = read(method, cut(bytes, places));
      // What is longer than its length is seen only where the surplus comes in the last packet of the answer.
      if (whole.fault !== 'malformed' || !inPackets.isWhole) assert.deepEqual(inPackets, whole);
      assert.ok((whole.answer?.body.length ?? 0) <= limits.maxBodyBytes);
    },
  );
});

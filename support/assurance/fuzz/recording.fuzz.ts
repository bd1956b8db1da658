import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { constant, constantFrom, json, oneof, string, uint8Array, type Arbitrary } from 'fast-check';
import { documentText } from '../../recordings/format/document.ts';
import {
  isRecordedBody,
  playBody,
  recordRequestBody,
  type RecordedBody,
} from '../../recordings/format/recorded-body.ts';
import { readRecording, scenarioIn } from '../../recordings/format/recording-file.ts';
import { RecordingProblem } from '../../recordings/format/recording-problem.ts';
import { recordingOf } from '../../recordings/testing/sample-recording.ts';
import { property } from './property.ts';
import { mutated } from './mutation.ts';

const good = recordingOf({ title: 'A' });
const text = documentText(good);

const pieces = constantFrom(
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\',
  '\\n',
  '\\r\\n',
  '\\u0000',
  '\\ud800',
  '\n',
  ' ',
  '\0',
  '\u{feff}',
  'null',
  'true',
  '1e400',
  '-0',
  '"__proto__": 1,',
  '"constructor": 1,',
  '"digest": "x",',
  '"schema": 1,',
  '"schema": "oss-conformance/recording/2",',
);

/** Files that were edited, cut short, or put there by mistake. */
const files: Arbitrary<Uint8Array> = oneof(
  uint8Array({ maxLength: 64 }),
  json().map((document) => Buffer.from(document)),
  string({ unit: pieces, maxLength: 20 }).map((document) => Buffer.from(document)),
  mutated(constant(text), pieces).map((document) => Buffer.from(document)),
);

/** Text that some editors change. */
const oddBodies = string({
  unit: constantFrom('\n', '\r', '\t', '\0', '\u{feff}', '\u2028', '中', '😀', '"', '\\', ' '),
}).map((body) => Buffer.from(body));

describe('a recording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recording-fuzz-'));
  after(() => rmSync(folder, { recursive: true }));

  property('is what was recorded, or a problem of one short line that names the file', files, (bytes) => {
    writeFileSync(join(folder, 'a.json'), bytes);
    try {
      const read = readRecording(folder, 'a.json');
      assert.ok(read !== null);
      const scenario = scenarioIn(read, 'a.json', 'A');
      if (scenario !== null) assert.deepEqual({ ...read, scenarios: [scenario] }, good);
    } catch (error) {
      assert.ok(error instanceof RecordingProblem, String(error));
      assert.match(error.message, /^recording a\.json(?:, "A")?: [^\p{Cc}]{1,400}$/u);
    }
  });

  property('gives the bytes of a body back as they were', oneof(uint8Array(), oddBodies), (bytes) => {
    const recorded = recordRequestBody(bytes);
    // As it comes out of the file.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it went in as such
    const read = JSON.parse(JSON.stringify(recorded)) as RecordedBody | null;
    assert.deepEqual(Buffer.from(playBody(read, [])), Buffer.from(bytes));
    assert.ok(isRecordedBody(bytes, read));
    assert.ok(!isRecordedBody(Buffer.concat([bytes, Buffer.from('x')]), read));
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readRecording, writeRecording } from './recording-file.ts';
import { RecordingProblem } from './recording-problem.ts';
import { sealedText } from './sealed-file.ts';
import { suiteVersion } from './suite-version.ts';
import { sampleRecording as recording } from '../testing/sample-recording.ts';

const directory = mkdtempSync(join(tmpdir(), 'recording-file-'));
after(() => rmSync(directory, { recursive: true }));

const whole = sealedText(recording);

function write(path: string, text: string): void {
  mkdirSync(join(directory, 'a'), { recursive: true });
  writeFileSync(join(directory, path), text);
}

test('a recording is read as it was written', () => {
  writeRecording(directory, 'a/written.json', recording);
  const { digest: _, ...read } = readRecording(directory, 'a/written.json') ?? {};
  assert.deepEqual(read, recording);
});

test('a recording that is not there is none', () => {
  assert.equal(readRecording(directory, 'a/missing.json'), null);
});

const unusable: readonly (readonly [what: string, text: string, problem: RegExp])[] = [
  ['cut short', whole.slice(0, -40), /was cut short, or is no JSON$/u],
  ['empty', '', /was cut short, or is no JSON$/u],
  ['another document', '{"schema":"oss-conformance/results/1"}', /is not of the form oss-conformance\/recording\/1$/u],
  ['no object', 'null', /is not of the form/u],
  ['edited in an answer', whole.replace('"A: b"', '"A: c"'), /was edited after it was written: its digest should be /u],
  ['edited in its provenance', whole.replace('"class": "reference"', '"class": "live"'), /was edited/u],
  ['with a wrong digest', whole.replace(/"digest": "./u, '"digest": "x'), /was edited/u],
  ['with a field more', whole.replace('"unplayable"', '"playable": 1, "unplayable"'), /was edited/u],
  [
    'sealed by somebody who has no exchanges',
    sealedText({ schema: recording.schema, provenance: recording.provenance }),
    /is no recording: the document must have required property 'scenario'$/u,
  ],
  [
    'sealed with an answer that has no status',
    sealedText({ ...recording, exchanges: [{ ...recording.exchanges[0], answer: { headers: [] } }] }),
    /is no recording: \/exchanges\/0\/answer must have required property 'status'$/u,
  ],
  [
    'of another version of the suite',
    sealedText({ ...recording, provenance: { ...recording.provenance, suite: '0.0.0' } }),
    new RegExp(`was made by suite 0\\.0\\.0, and this is suite ${suiteVersion.replaceAll('.', '\\.')}$`, 'u'),
  ],
];

for (const [what, text, problem] of unusable)
  test(`a recording that is ${what} is refused in one line that names it`, () => {
    write('a/bad.json', text);
    assert.throws(
      () => readRecording(directory, 'a/bad.json'),
      (error) => {
        assert.ok(error instanceof RecordingProblem);
        assert.match(error.message, /^recording a\/bad\.json: [^\n]+$/u);
        assert.match(error.message, problem);
        return true;
      },
    );
  });

test('a folder of that name, or a file far too long, is refused', () => {
  mkdirSync(join(directory, 'a/folder.json'), { recursive: true });
  assert.throws(() => readRecording(directory, 'a/folder.json'), /is not a file$/u);
  write('a/long.json', ' '.repeat(4 * 1024 * 1024 + 1));
  assert.throws(() => readRecording(directory, 'a/long.json'), /is longer than 4194304 bytes$/u);
});

test('a recording that says what the old one said leaves the file alone', () => {
  const file = join(directory, 'a/kept.json');
  writeRecording(directory, 'a/kept.json', recording);
  const before = [readFileSync(file, 'utf8'), statSync(file).ino];
  const later = { ...recording, provenance: { ...recording.provenance, date: '2027-03-04' } };
  writeRecording(directory, 'a/kept.json', later);
  assert.deepEqual([readFileSync(file, 'utf8'), statSync(file).ino], before);
});

test('a recording that says something else takes its place, with its own date', () => {
  writeRecording(directory, 'a/changed.json', recording);
  const provenance = { ...recording.provenance, date: '2027-03-04' };
  writeRecording(directory, 'a/changed.json', { ...recording, provenance, exchanges: [] });
  const read = readRecording(directory, 'a/changed.json');
  assert.deepEqual([read?.provenance.date, read?.exchanges], ['2027-03-04', []]);
});

test('a broken recording is replaced by a new one', () => {
  write('a/broken.json', whole.slice(0, 100));
  writeRecording(directory, 'a/broken.json', recording);
  assert.notEqual(readRecording(directory, 'a/broken.json'), null);
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { recordingOf } from '../testing/sample-recording.ts';
import { documentText, suiteVersion, writeDocument } from './document.ts';
import { readRecording, scenarioIn } from './recording-file.ts';
import { RecordingProblem } from './recording-problem.ts';

const directory = mkdtempSync(join(tmpdir(), 'recording-file-'));
after(() => rmSync(directory, { recursive: true }));

const recording = recordingOf({ title: 'A', steps: 'abc' }, { title: 'B', steps: 'abd' });
const whole = documentText(recording);

function write(path: string, text: string): void {
  mkdirSync(join(directory, 'a'), { recursive: true });
  writeFileSync(join(directory, path), text);
}

test('a recording is read as it was written', () => {
  writeDocument(directory, 'a/written.json', recording);
  assert.deepEqual(readRecording(directory, 'a/written.json'), recording);
});

test('a missing file is no recording', () => {
  assert.equal(readRecording(directory, 'a/missing.json'), null);
});

function changed(change: object): string {
  return documentText({ ...recording, ...change });
}

const unusable: readonly (readonly [what: string, text: string, problem: RegExp])[] = [
  ['cut short', whole.slice(0, -40), /was cut short, or is no JSON$/u],
  ['empty', '', /was cut short, or is no JSON$/u],
  ['another document', '{"schema":"oss-conformance/results/1"}', /is not of the form oss-conformance\/recording\/2$/u],
  ['no object', 'null', /is not of the form/u],
  [
    'without scenarios',
    changed({ scenarios: undefined }),
    /is no recording: .*must have required property 'scenarios'$/u,
  ],
  [
    'with an answer that has no status',
    whole.replace('"status": 200,', ''),
    /is no recording: \/scenarios\/0\/exchanges\/0\/answer must have required property 'status'$/u,
  ],
  ['with an unknown field', changed({ playable: 1 }), /must NOT have additional properties$/u],
  [
    'of another version of the suite',
    changed({ provenance: { ...recording.provenance, suite: '0.0.0' } }),
    new RegExp(`was made by suite 0\\.0\\.0, and this is suite ${suiteVersion.replaceAll('.', '\\.')}$`, 'u'),
  ],
];

function isProblem(error: unknown, line: RegExp): true {
  assert.ok(error instanceof RecordingProblem);
  assert.match(error.message, line);
  return true;
}

for (const [what, text, problem] of unusable)
  test(`a recording that is ${what} is refused in one line that names it`, () => {
    write('a/bad.json', text);
    assert.throws(
      () => readRecording(directory, 'a/bad.json'),
      (error) => isProblem(error, /^recording a\/bad\.json: [^\n]+$/u) && isProblem(error, problem),
    );
  });

test('a folder of that name, or a file far too long, is refused', () => {
  mkdirSync(join(directory, 'a/folder.json'), { recursive: true });
  assert.throws(() => readRecording(directory, 'a/folder.json'), /is not a file$/u);
  write('a/long.json', ' '.repeat(16 * 1024 * 1024 + 1));
  assert.throws(() => readRecording(directory, 'a/long.json'), /is longer than 16777216 bytes$/u);
});

/** Whether reading that scenario of the edited text is refused. */
function isRefused(text: string, title: string): boolean {
  write('a/edited.json', text);
  const edited = readRecording(directory, 'a/edited.json');
  assert.ok(edited !== null);
  try {
    scenarioIn(edited, 'a/edited.json', title);
    return false;
  } catch (error) {
    const line = new RegExp(
      `^recording a/edited\\.json, "${title}": was edited [^\\n]+digest should be [\\da-f]{64}$`,
      'u',
    );
    return isProblem(error, line);
  }
}

const edits: readonly (readonly [what: string, text: string, refused: readonly string[]])[] = [
  ['an answer', whole.replace('"A: b"', '"A: c"'), ['A']],
  ['the steps', whole.replace('"abd"', '"abe"'), ['B']],
  ['a date', whole.replace('2026-01-02', '2026-01-03'), ['A']],
  ['a digest', whole.replace(/"digest": "./u, '"digest": "x'), ['A']],
  ['the clause', whole.replace('PBE-25', 'PBE-26'), ['A', 'B']],
  ['the provenance', whole.replace('"class": "reference"', '"class": "live"'), ['A', 'B']],
  ['a title', whole.replace('"title": "B"', '"title": "C"'), []],
];

for (const [what, text, refused] of edits)
  test(`an edit of ${what} is noticed in ${refused.length} of two scenarios`, () => {
    assert.notEqual(text, whole);
    assert.deepEqual(
      ['A', 'B'].filter((title) => isRefused(text, title)),
      refused,
    );
  });

test('a scenario is found by its title', () => {
  assert.equal(scenarioIn(recording, 'a.json', 'B')?.steps, 'abd');
  assert.equal(scenarioIn(recording, 'a.json', 'C'), null);
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { WireRequest } from '../../client/request.ts';
import { Nonconformance, Unsupported, Untested } from '../../harness/verdict/finding.ts';
import { verdictOfEnding } from '../../harness/verdict/scenario-verdict.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';
import { recordExchange } from '../format/recorded-exchange.ts';
import { writeDocument } from '../format/document.ts';
import { recordingPath } from '../format/recording-folder.ts';
import type { RecordedScenario } from '../format/recording.ts';
import { recordingOf } from '../testing/sample-recording.ts';
import { RecordingReader } from './recording-reader.ts';
import { ScenarioReplay } from './scenario-replay.ts';

const directory = mkdtempSync(join(tmpdir(), 'replay-'));
after(() => rmSync(directory, { recursive: true }));

const scenario: PlayedScenario = { feature: 'features/f/a.feature', clause: 'PBE-25', name: 'Some', steps: 'abc' };
const path = recordingPath(scenario);

const put: WireRequest = {
  origin: 'http://store.example',
  method: 'PUT',
  path: '/b/?encryption',
  headers: [
    ['Host', 'store.example'],
    ['Content-Type', 'application/xml'],
    ['Authorization', 'OSS owner-of-recordings:c2lnbmF0dXJl'],
  ],
  body: Buffer.from('<A>\n</A>'),
};
const get: WireRequest = { ...put, method: 'GET', body: null };

function write(change: Partial<RecordedScenario> = {}): void {
  const sent = [put, get].map(({ body }) => body ?? new Uint8Array());
  const answer = { status: 200, headers: [['A', 'b']] as const, body: new Uint8Array() };
  const exchanges = [put, get].map((request) => recordExchange(request, { answer }, sent));
  writeDocument(directory, path, recordingOf({ title: 'Some', steps: 'abc', exchanges, ...change }));
}

function begun(): ScenarioReplay {
  const replay = new ScenarioReplay(new RecordingReader(directory), scenario);
  replay.begin();
  return replay;
}

/** Why the replay is at fault, or nothing. */
function problemOf(requests: readonly WireRequest[], thrown: unknown = null): string | null {
  const replay = begun();
  for (const request of requests) replay.outcomeOf(request);
  try {
    replay.end(thrown);
    return null;
  } catch (error) {
    assert.equal(verdictOfEnding(error).verdict, 'harness-error');
    return verdictOfEnding(error).reason;
  }
}

const named = `recording ${path}, "Some": `;

test('requests that are the recorded ones, in their order, have the recorded answers', () => {
  write();
  const replay = begun();
  assert.deepEqual(replay.outcomeOf(put), { answer: { status: 200, headers: [['A', 'b']], body: new Uint8Array() } });
  assert.ok(replay.outcomeOf(get) !== null);
  replay.end(null);
});

const mismatches: readonly (readonly [what: string, sent: readonly WireRequest[], problem: string])[] = [
  ['another method', [{ ...put, method: 'POST' }], 'exchange 1: the method: expected "PUT", got "POST"'],
  [
    'another path',
    [{ ...put, path: '/b/?encryption=' }],
    'exchange 1: the path: expected "/b/?encryption", got "/b/?encryption="',
  ],
  [
    'another value of a header',
    [{ ...put, headers: put.headers.map(([name, value]) => [name, value.replace('xml', 'json')] as const) }],
    'exchange 1: header 2: expected "Content-Type: application/xml", got "Content-Type: application/json"',
  ],
  [
    'a header in other letters',
    [{ ...put, headers: put.headers.map(([name, value]) => [name.toLowerCase(), value] as const) }],
    'exchange 1: header 1: expected "Host: store.example", got "host: store.example"',
  ],
  [
    'headers in another order',
    [{ ...put, headers: put.headers.toReversed() }],
    'exchange 1: header 1: expected "Host: store.example", got "Authorization: OSS owner-of-recordings:c2lnbmF0dXJl"',
  ],
  [
    'a header more',
    [{ ...put, headers: [...put.headers, ['Expect', '100-continue']] }],
    'exchange 1: header 4: expected "no further header", got "Expect: 100-continue"',
  ],
  [
    'a header less',
    [{ ...put, headers: put.headers.slice(0, 2) }],
    'exchange 1: header 3: expected "Authorization: OSS owner-of-recordings:c2lnbmF0dXJl", got "no further header"',
  ],
  [
    'another signature',
    [{ ...put, headers: put.headers.map(([name, value]) => [name, value.replace('c2ln', 'c2lo')] as const) }],
    'exchange 1: header 3: expected "Authorization: OSS owner-of-recordings:c2lnbmF0dXJl", got "Authorization: OSS owner-of-recordings:c2lobmF0dXJl"',
  ],
  [
    'another line end in the body',
    [{ ...put, body: Buffer.from('<A>\r\n</A>') }],
    String.raw`exchange 1: the body: expected "<A>\n</A>", got "<A>\r\n</A>"`,
  ],
  ['no body', [{ ...put, body: null }], String.raw`exchange 1: the body: expected "<A>\n</A>", got no body`],
  ['another framing', [{ ...put, framing: 'as-is' }], 'exchange 1: the framing: expected "HTTP", got "as-is"'],
  ['another order', [get, put], 'exchange 1: the method: expected "PUT", got "GET"'],
  ['the same twice', [put, put], 'exchange 2: the method: expected "GET", got "PUT"'],
  ['a request too many', [put, get, get], 'exchange 3: expected no further request, got GET /b/?encryption'],
  ['a request too few', [put], 'exchange 2: expected GET /b/?encryption, got no further request'],
  ['no request at all', [], 'exchange 1: expected PUT /b/?encryption, got no further request'],
];

for (const [what, sent, problem] of mismatches)
  test(`${what} is the harness's fault, and reported with recording, field, expected and got`, () => {
    write();
    assert.equal(problemOf(sent), named + problem);
  });

test('what was the problem first stays the problem, and nothing is answered after it', () => {
  write();
  const replay = begun();
  assert.equal(replay.outcomeOf(get), null);
  assert.equal(replay.outcomeOf(put), null);
  assert.throws(() => replay.end(null), /exchange 1: the method: expected "PUT", got "GET"$/u);
});

test('a clause that fails before the recording ends is nonconformant, and no fault of the harness', () => {
  write();
  assert.equal(problemOf([put], new Nonconformance('204', '200')), null);
});

test('a scenario whose capability is declared absent sends nothing', () => {
  write();
  assert.equal(problemOf([], new Unsupported('the target declares that it lacks kms')), null);
});

test('a scenario that has changed since makes its recording stale', () => {
  write({ steps: 'abd' });
  assert.throws(begun, { message: `${named}is stale: the scenario has changed since it was recorded` });
});

test('a recording that cannot be played leaves its scenario untested, for the reason it gives', () => {
  write({ unplayable: 'no program', exchanges: [] });
  assert.throws(
    begun,
    (error) => error instanceof Untested && error.message === 'recordings cannot show it: no program',
  );
});

test('without a recording a scenario may send no request', () => {
  rmSync(join(directory, path));
  assert.equal(problemOf([]), null);
  assert.equal(problemOf([get]), `${named}is missing, and the scenario sends GET /b/?encryption`);
});

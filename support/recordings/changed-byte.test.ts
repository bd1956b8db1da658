import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeDocument } from './format/document.ts';
import { scenarioWithDigest } from './format/recording-file.ts';
import { recordingsIn } from './format/recording-folder.ts';
import type { RecordedExchange, Recording } from './format/recording.ts';
import { RecordedRun } from './testing/recorded-run.ts';

/** The text that a clause reads, in its JSON form, in the answers to these requests in its recordings. */
type Read = readonly [clause: string, request: RegExp, text: string];

const read: readonly Read[] = [
  ['AUTH-35', /\?encryption/u, 'InvalidSecurityToken'],
  ['AUTH-36', /\?encryption/u, 'InvalidAccessKeyId'],
  ['AUTH-39', /\?encryption/u, 'RequestTimeTooSkewed'],
  ['DBE-02', /^DELETE .*\?encryption/u, '"status":204'],
  ['ENV-10', /\?encryption/u, 'NoSuchBucket'],
  ['ENV-14', /\?encryption/u, 'MissingContentLength'],
  ['GBE-01', /^GET .*\?encryption/u, '<SSEAlgorithm>AES256'],
  ['GBE-10', /^GET .*\?encryption/u, 'NoSuchServerSideEncryptionRule'],
  ['GBI-02', /\?bucketInfo/u, '<SSEAlgorithm>AES256'],
  ['OBJ-17', /^HEAD /u, 'x-oss-server-side-encryption: KMS'],
  ['OBJ-22', /^POST /u, 'x-oss-server-side-encryption: AES256'],
  ['OBJ-25', /^PUT \/[^/]+\/./u, '757A371B06AFAF9BB09FC3368CE050EA'],
  ['PBE-17', /^PUT .*\?encryption/u, '"status":200'],
  ['PBE-26', /^PUT .*\?encryption/u, 'The Encryption request you specified is not valid'],
];

const place = mkdtempSync(join(tmpdir(), 'changed-byte-'));
const directory = join(place, 'recordings');
const changed = join(place, 'changed');
const run = new RecordedRun(
  read.map(([clause]) => clause),
  place,
);

before(() => run.record(directory));
after(() => rmSync(place, { recursive: true }));

/** Applies a change to the exchanges of each scenario of a clause, with a new digest. Returns how many it changed. */
function changeExchanges(clause: string, change: (exchange: RecordedExchange) => RecordedExchange): number {
  let count = 0;
  for (const [path, written] of recordingsIn(changed)) {
    if (!path.endsWith(`/${clause}.json`)) continue;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was just recorded
    const recording = JSON.parse(written) as Recording;
    const scenarios = recording.scenarios.map((scenario) => {
      const exchanges = scenario.exchanges.map(change);
      if (JSON.stringify(exchanges) === JSON.stringify(scenario.exchanges)) return scenario;
      count += 1;
      return scenarioWithDigest(recording, { ...scenario, exchanges });
    });
    const rewritten: Recording = { ...recording, scenarios };
    writeDocument(changed, path, rewritten);
  }
  return count;
}

/** Flips one bit of the byte at that distance from the end. */
function withAnotherByte(text: string, fromEnd: number): string {
  const at = text.length - 1 - fromEnd;
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
}

function changeAnswers([clause, asked, text]: Read, fromEnd: number): void {
  const count = changeExchanges(clause, (exchange) => {
    const { request, answer } = exchange;
    if (!asked.test(`${request.method} ${request.path}`)) return exchange;
    const changed = JSON.stringify(answer).replaceAll(text, withAnotherByte(text, fromEnd));
    // With the same shape: only a byte in a text, or a digit of a number, differs.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return { ...exchange, answer: JSON.parse(changed) as NonNullable<typeof answer> };
  });
  assert.ok(count > 0, `no recording of ${clause} holds ${text}`);
}

async function outcomesOfChanged(): Promise<Awaited<ReturnType<typeof run.replay>>['outcomes']> {
  return (await run.replay(changed)).outcomes;
}

for (const round of [0, 1, 2, 3])
  test(`a byte changed in an answer turns the clause that reads it and no other, ${round + 1} of 4`, async () => {
    cpSync(directory, changed, { recursive: true });
    // Each round has the other half of the clauses, and changes another byte.
    const turned = read.filter((_, at) => (round + at) % 2 === 0);
    for (const row of turned) changeAnswers(row, row[2].startsWith('"') ? 0 : Math.floor(round / 2));
    const outcomes = await outcomesOfChanged();
    const failing = outcomes.filter(({ verdict }) => verdict === 'nonconformant').map(({ clause }) => clause);
    assert.deepEqual([...new Set(failing)].toSorted(), turned.map(([clause]) => clause).toSorted());
    const others = outcomes.filter(({ verdict }) => verdict !== 'nonconformant').map(({ verdict }) => verdict);
    assert.deepEqual([...new Set(others)], ['conformant']);
  });

type ChangeRequest = (request: RecordedExchange['request']) => RecordedExchange['request'];

const ofHeader =
  (name: string): ChangeRequest =>
  (request) => ({
    ...request,
    headers: request.headers.map((line) => (line.startsWith(name) ? withAnotherByte(line, 0) : line)),
  });

/** As if the client sent another byte than the recorded one: the recording is changed instead. */
const sent: readonly (readonly [clause: string, field: string, change: ChangeRequest])[] = [
  ['DBE-02', 'the path', (request) => ({ ...request, path: withAnotherByte(request.path, 0) })],
  ['ENV-10', 'the method', (request) => ({ ...request, method: withAnotherByte(request.method, 0) })],
  ['GBE-01', 'header \\d', ofHeader('User-Agent')],
  ['GBI-02', 'header \\d', ofHeader('Authorization')],
  ['PBE-17', 'the body', (request) => ({ ...request, ...(request.body && { body: { text: ['<A/>'] } }) })],
];

test('a byte changed in what the client sends is the fault of the harness, reported with recording, field, expected and got', async () => {
  cpSync(directory, changed, { recursive: true });
  for (const [clause, , change] of sent)
    changeExchanges(clause, (exchange) => ({ ...exchange, request: change(exchange.request) }));
  const outcomes = await outcomesOfChanged();
  for (const { clause, verdict, reason } of outcomes) {
    const row = sent.find(([changedClause]) => changedClause === clause);
    if (row === undefined) {
      assert.equal(verdict, 'conformant');
      continue;
    }
    assert.equal(verdict, 'harness-error');
    const line = `^recording [a-z-]+/${clause}\\.json, "[^\n]+": exchange \\d+: ${row[1]}: expected [^\\n]+, got [^\\n]+$`;
    assert.match(reason ?? '', new RegExp(line, 'u'));
  }
});

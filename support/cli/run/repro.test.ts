import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import type { ShownExchange } from '../../harness/evidence/evidence.ts';
import { quoted, reproCommands } from './repro.ts';

const flags = { reports: resolve('reports'), endpoint: 'http://127.0.0.1:9000', signature: 'v1' } as const;
const commands = reproCommands(flags, { kind: 'endpoint' });

function exchange(startLine: string, changes: Partial<ShownExchange['request']> = {}): ShownExchange {
  return {
    request: { startLine, headers: [['Host', '127.0.0.1:9000']], body: '', ...changes },
    answer: null,
    fault: null,
    canonical: 'x',
    stringToSign: 'x',
    startedAt: '2026-11-23T08:00:00.000Z',
    durationMs: 1,
    as: 'owner',
  };
}

function upload(length: string, body: string): ShownExchange {
  return exchange('PUT /b/k HTTP/1.1', { headers: [['Content-Length', length]], body });
}

describe('the command that runs a scenario again', () => {
  test('runs one scenario alone, writes to a separate folder and builds no Allure report', () => {
    assert.equal(
      commands.scenario('features/errors/error-document.feature', 37),
      'npm start -- features/errors/error-document.feature:37 --endpoint http://127.0.0.1:9000 --signature v1 ' +
        `--reports ${join('reports', 'repro')} --no-allure`,
    );
  });

  test('is as strict as the run was', () => {
    const strict = reproCommands({ ...flags, strict: true }, { kind: 'endpoint' });
    assert.match(strict.scenario('a.feature', 1), / --strict --no-allure$/u);
  });

  test('names a reports folder outside the working directory in full', () => {
    const elsewhere = reproCommands({ reports: '/tmp/elsewhere' }, { kind: 'reference' });
    assert.match(elsewhere.scenario('a.feature', 1), / --reports \/tmp\/elsewhere\/repro /);
  });

  test('stays in its folder when it is run again', () => {
    const again = reproCommands({ reports: resolve('reports/repro') }, { kind: 'reference' });
    assert.ok(again.scenario('a.feature', 1).includes(` --reports ${join('reports', 'repro')} `));
  });

  test('does not replay what record was writing', () => {
    const recording = reproCommands({ reports: flags.reports, recordings: 'recordings' }, { kind: 'endpoint' });
    assert.doesNotMatch(recording.scenario('a.feature', 1), /--recordings/);
  });
});

describe('the command that sends a request again', () => {
  const headers = [
    ['Host', '127.0.0.1:9000'],
    ['Authorization', 'OSS4-HMAC-SHA256 …'],
    ['x-oss-date', '20261123T080000Z'],
    ['Content-Type', 'application/xml'],
  ] as const;

  test('sends the same method, resource, headers and body to a bucket that the person names', () => {
    assert.equal(
      commands.request(exchange('PUT /ossc-abc/?encryption HTTP/1.1', { headers, body: '<a b="c"/>' })),
      `npm run -s oss-conformance -- request PUT 'oss://BUCKET?encryption' --as owner -H 'Content-Type: application/xml' ` +
        `--body '<a b="c"/>' --endpoint http://127.0.0.1:9000 --signature v1`,
    );
  });

  const lines: readonly [title: string, shown: ShownExchange, words: RegExp][] = [
    [
      'finds the bucket of a virtual address',
      exchange('GET /a%20b HTTP/1.1', { headers: [['Host', 'ossc-x.h']] }),
      / 'oss:\/\/BUCKET\/a b' /,
    ],
    ['names no bucket for the service', exchange('GET /?max-keys=1 HTTP/1.1'), / 'oss:\/\/\?max-keys=1' /],
    [
      'leaves an old signature out of the query',
      exchange('GET /b/k?x-oss-signature=1&acl HTTP/1.1'),
      / 'oss:\/\/BUCKET\/k\?acl' /,
    ],
    ['sends an unsigned request unsigned', { ...exchange('GET /b/ HTTP/1.1'), canonical: null }, / --as anonymous /],
    [
      'takes a body that the evidence only describes from a file',
      exchange('PUT /b/k HTTP/1.1', { body: `[9 bytes, SHA-256 ${'a'.repeat(64)}]` }),
      / --body '@FILE' /,
    ],
    [
      'takes a body of several lines from a file',
      exchange('PUT /b/k HTTP/1.1', { body: '<a>\n</a>' }),
      / --body '@FILE' /,
    ],
    [
      'takes a body that would name a file from a file',
      exchange('PUT /b/k HTTP/1.1', { body: '@home' }),
      / --body '@FILE' /,
    ],
  ];
  for (const [title, shown, expected] of lines)
    test(title, () => assert.match(commands.request(shown) ?? '', expected));

  test('is not given for a key that it cannot be given', () => {
    for (const key of ['a%3Fb', '%FF', 'a%0Ab'])
      assert.equal(commands.request(exchange(`GET /b/${key} HTTP/1.1`)), null, key);
  });

  test('is not given for a body that was not sent as the evidence shows it', () => {
    const described = `[9 bytes, SHA-256 ${'a'.repeat(64)}]`;
    for (const whole of [upload('2', 'é'), upload('0', ''), upload('9', described)])
      assert.notEqual(commands.request(whole), null);
    for (const other of [upload('12', 'ended early'), upload('1', String.raw`\u{c}`), upload('19', described)])
      assert.equal(commands.request(other), null);
  });

  test('is not given for a store that ends with the run', () => {
    assert.equal(reproCommands(flags, { kind: 'reference' }).request(exchange('GET / HTTP/1.1')), null);
  });
});

test('a quoted word is one word of PowerShell', () => {
  const table: readonly (readonly [word: string, written: string])[] = [
    ["it's", "'it''s'"],
    ['\u2018a\u2019', "'\u2018\u2018a\u2019\u2019'"],
    ['$HOME `id` "x"', `'$HOME \`id\` "x"'`],
    ['a,b;c', "'a,b;c'"],
    ['@FILE', "'@FILE'"],
    ['C:\\a b', "'C:\\a b'"],
    ['', "''"],
    ['plain/path.feature:12', 'plain/path.feature:12'],
  ];
  for (const [word, written] of table) assert.equal(quoted(word, 'win32'), written);
});

test('a quoted word reaches a POSIX shell unchanged', { skip: process.platform === 'win32' }, () => {
  for (const word of [
    "it's",
    '\u2018a\u2019',
    '$HOME `id` "x"',
    'a!b \\ ~ *',
    'a,b;c',
    '',
    '@FILE',
    '<a>\n</a>',
    'plain/path.feature:12',
  ])
    assert.equal(execFileSync('sh', ['-c', `printf %s ${quoted(word)}`], { encoding: 'utf8' }), word);
});

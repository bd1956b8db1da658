import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import type { ShownExchange } from '../../harness/evidence/evidence.ts';
import { commandTranscript, transcript, transcriptTitle } from './transcript.ts';

const exchange: ShownExchange = {
  request: {
    startLine: 'PUT /bucket/?encryption HTTP/1.1',
    headers: [
      ['Host', '127.0.0.1:9000'],
      ['Authorization', 'OSS4-HMAC-SHA256 Credential=…'],
    ],
    body: '<ServerSideEncryptionRule>\n</ServerSideEncryptionRule>',
  },
  answer: {
    startLine: 'HTTP/1.1 400',
    headers: [['x-oss-request-id', '5C3D']],
    body: '<Error>\u001B[31m<Code>InvalidEncryptionAlgorithmError</Code></Error>',
  },
  fault: null,
  canonical: '/bucket/?encryption',
  stringToSign: 'PUT\n\napplication/xml\r\n/bucket/?encryption',
  startedAt: '2026-11-23T08:00:00.000Z',
  durationMs: 12.4,
};

describe('a transcript', () => {
  it('shows an exchange and what was signed, each line end of that visible', () => {
    assert.equal(
      transcript(exchange),
      `> PUT /bucket/?encryption HTTP/1.1
> Host: 127.0.0.1:9000
> Authorization: OSS4-HMAC-SHA256 Credential=…

<ServerSideEncryptionRule>
</ServerSideEncryptionRule>

< HTTP/1.1 400
< x-oss-request-id: 5C3D

<Error>\\u{1b}[31m<Code>InvalidEncryptionAlgorithmError</Code></Error>

canonical:
/bucket/?encryption

string to sign:
PUT⏎
⏎
application/xml\\r⏎
/bucket/?encryption

2026-11-23T08:00:00.000Z, 12 ms
`,
    );
  });

  it('says why an answer is missing, and shows the part that there is', () => {
    const request = { startLine: 'GET / HTTP/1.1', headers: [], body: '' };
    const unsigned = { ...exchange, request, canonical: null, stringToSign: null };
    assert.equal(
      transcript({ ...unsigned, answer: null, fault: 'timeout: no headers within 10 s' }),
      '> GET / HTTP/1.1\n\n! timeout: no headers within 10 s\n\n2026-11-23T08:00:00.000Z, 12 ms\n',
    );
    const partial = { startLine: 'HTTP/1.1 200', headers: [], body: '<Ser' };
    assert.equal(
      transcript({ ...unsigned, answer: partial, fault: 'reset: the body was cut off' }),
      '> GET / HTTP/1.1\n\n< HTTP/1.1 200\n\n<Ser\n\n! reset: the body was cut off\n\n2026-11-23T08:00:00.000Z, 12 ms\n',
    );
  });

  it('lets no header forge a line', () => {
    const forged = { startLine: 'HTTP/1.1 200\r\nX: y', headers: [['a', 'b\n< HTTP/1.1 500']] as const, body: '' };
    assert.match(
      transcript({ ...exchange, answer: forged }),
      /\n< HTTP\/1\.1 200\\r\\nX: y\n< a: b\\n< HTTP\/1\.1 500\n/,
    );
  });

  it('has a title of one line', () => {
    assert.equal(transcriptTitle(exchange), 'PUT /bucket/?encryption → 400');
    assert.equal(transcriptTitle({ ...exchange, answer: null }), 'PUT /bucket/?encryption → no answer');
  });
});

test('a program is shown with its command, what it printed and how it ended', () => {
  const run = { command: 'ossutil bucket-encryption --method get oss://b', stdout: 'a\u001b[2J\n', exitCode: 1 };
  assert.equal(
    commandTranscript({ ...run, stderr: 'Error: b\n' }),
    String.raw`$ ossutil bucket-encryption --method get oss://b

a\u{1b}[2J

on stderr:
Error: b

exit code 1
`,
  );
  assert.equal(
    commandTranscript({ ...run, stdout: '', stderr: '' }),
    '$ ossutil bucket-encryption --method get oss://b\n\nexit code 1\n',
  );
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { startScriptedServer } from '../../client/loopback/scripted-server.ts';
import { runOssutil } from './ossutil.ts';

/** One run of the real program, from `captured-runs/`. */
interface CapturedRun {
  readonly words: readonly string[];
  readonly answer: string;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly request: string;
}

const folder = new URL('captured-runs/', import.meta.url);

const runs = readFileSync(new URL('ossutil-1.7.19.txt', folder), 'utf8')
  .split(/^=+ ossutil /m)
  .slice(1)
  .map(parseRun);

function parseRun(block: string): CapturedRun {
  const [, line = '', answer = '', exitCode = '', stdout = '', stderr = '', request = ''] =
    /^(.*) \[answers (.*)\]\nrc=(\d+)\n--stdout\n(.*?)--stderr\n(.*?)--wire\n>>> [\d:]+\n(.*)$/s.exec(block) ?? [];
  return { words: line.split(' '), answer, exitCode: Number(exitCode), stdout, stderr, request: request.trimEnd() };
}

test('39 captured runs are there, of either signature and style', () => {
  assert.equal(runs.length, 39);
});

for (const [index, captured] of runs.entries())
  test(`captured run ${index + 1}, answered ${captured.answer}: ${captured.words.slice(6).join(' ')}`, async (t) => {
    const { origin, request, ...printed } = await replay(t, captured);
    assert.deepEqual(
      { ...printed, stdout: timeless(printed.stdout) },
      { exitCode: captured.exitCode, stdout: timeless(captured.stdout), stderr: captured.stderr },
    );
    assert.equal(comparable(request, new URL(origin).host), comparable(captured.request, '127.0.0.1:18090'));
  });

interface Replayed {
  readonly origin: string;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly request: string;
}

async function replay(t: TestContext, captured: CapturedRun): Promise<Replayed> {
  const bytes = readFileSync(new URL(`answers/${captured.answer}`, folder), 'utf8');
  const server = await startScriptedServer(t, (socket) => socket.end(bytes.replace(/^.*?\n\n/s, toWireLines)));
  const words = captured.words.map((word) => localEndpoint(word, server.origin));
  const printed = { stdout: '', stderr: '' };
  const exitCode = await runOssutil(words, {
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    environment: { HOME: 'no-such-directory' },
    ca: null,
    directory: 'no-such-directory',
    clock: () => new Date(/^Date: (.*)$/m.exec(captured.request)?.[1] ?? ''),
    interruption: new AbortController().signal,
  });
  const request = server.received.map((bytes) => bytes.toString('latin1').replaceAll('\r\n', '\n')).join('\n');
  return { origin: server.origin, exitCode, ...printed, request: request.trimEnd() };
}

/** Captured answers have LF; on the wire, the head has CRLF. */
function toWireLines(head: string): string {
  return head.replaceAll('\n', '\r\n');
}

/** A host name, not an address, so that the bucket precedes it. */
function localEndpoint(word: string, origin: string): string {
  if (word === 'http://oss-cn-hangzhou.aliyuncs.com:18090') return origin.replace('127.0.0.1', 'localhost');
  return word.replace('http://127.0.0.1:18090', origin);
}

/** The head's lines in their order and the body; the port is the system's, the user agent each program's own. */
function comparable(request: string, host: string): string {
  return request
    .replace(/^User-Agent: .*$/m, 'User-Agent: …')
    .replace(/oss-cn-hangzhou\.aliyuncs\.com:18090|localhost:\d+/, 'NAME')
    .replace(host, 'ADDRESS');
}

function timeless(text: string): string {
  return text.replaceAll(/^\d+\.\d{6}(?=\(s\) elapsed$)/gm, 'T');
}

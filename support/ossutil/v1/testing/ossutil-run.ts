import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { startScriptedServer } from '../../../client/loopback/scripted-server.ts';
import { runOssutil } from '../ossutil.ts';

/** For tests: the result of a run of the program. */
export interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a run; empty by default, and always at the same time. */
export interface Place {
  readonly home?: string;
  readonly clock?: () => Date;
  readonly interruption?: AbortSignal;
}

/** Runs the program in this process. */
export async function run(
  words: readonly string[],
  { home = 'no-such-home', clock = () => new Date('2026-11-22T12:06:42Z'), interruption }: Place = {},
): Promise<Printed> {
  const printed = { stdout: '', stderr: '' };
  const exitCode = await runOssutil(words, {
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    environment: { HOME: home },
    ca: null,
    directory: home,
    clock,
    interruption: interruption ?? new AbortController().signal,
  });
  return { exitCode, ...printed };
}

/** Runs a command that fails, and returns the text after `Error: `. */
export async function failureOf(words: readonly string[], place?: Place): Promise<string> {
  const { exitCode, stdout, stderr } = await run(words, place);
  assert.deepEqual([exitCode, stderr], [1, '']);
  return stdout.replace(/^Error: /, '').trimEnd();
}

/** A home directory with that configuration file in it. */
export function temporaryHome(t: TestContext, configuration: string): string {
  const home = mkdtempSync(join(tmpdir(), 'ossutil-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  writeFileSync(join(home, '.ossutilconfig'), configuration);
  return home;
}

/** The bytes of an answer. */
export function answer(status: number, headers: readonly string[], body: string | Buffer = ''): Buffer {
  const head = [
    `HTTP/1.1 ${status} Whatever`,
    'x-oss-request-id: ID',
    ...headers,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

/** A store with one answer for everything; `request` is what it received. */
export async function storeThatAnswers(
  t: TestContext,
  bytes: Buffer,
): Promise<{ origin: string; request: () => string }> {
  const server = await startScriptedServer(t, (socket) => socket.end(bytes));
  return { origin: server.origin, request: () => server.received.map((one) => one.toString('latin1')).join('') };
}

export const command = ['bucket-encryption'];
export const keys = ['-i', 'AKIDEXAMPLE', '-k', 'the-secret-of-the-key'];
export const nowhere = ['-e', 'http://127.0.0.1:1', ...keys];
export const ok = answer(200, []);

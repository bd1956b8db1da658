import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliProcess } from '../../cli/testing/cli-process.ts';
import type { SeenRequest } from '../../fault-proxy/fault.ts';
import { FaultProxy } from '../../fault-proxy/fault-proxy.ts';
import { conclude } from '../conclusion.ts';
import { echoing } from './echoing-store.ts';
import { KnownSecretsStore } from './known-secrets-store.ts';
import { SecretScanner } from './secret-scanner.ts';
import { filesBelow, leaksIn, type Output } from '../output.ts';
import { signaturesIn } from './signatures.ts';

/**
 * Runs commands with known secrets, tokens and access key ids, and searches everything printed or written for them and for
 * every signature that was sent: plain, percent-encoded, escaped, in base64 and in hexadecimal.
 */

const place = await mkdtemp(join(tmpdir(), 'secrets-'));
const store = await KnownSecretsStore.start();
const proxy = await FaultProxy.start(store.endpoint);
const target = join(place, 'target.yaml');
/** What the user wrote, with secrets in it. */
const given: string[] = [target];
try {
  await store.writeTarget(target, proxy.origin);
  const printed = [...(await goodCommands()), ...(await echoingStore()), ...(await mistakes())];
  const outputs = [...printed, ...(await filesBelow(place, given))];
  const scanner = new SecretScanner([...store.secrets, ...signaturesIn(proxy.seen)]);
  const complaints = [...commandsThatDidNothing(printed), ...new Set(leaksIn(outputs, scanner))];
  const bytes = outputs.reduce((sum, { content }) => sum + content.length, 0);
  conclude(`secrets: ${scanner.size} secrets looked for in ${outputs.length} outputs of ${bytes} bytes, `, complaints);
} finally {
  proxy.close();
  await store.close();
  await rm(place, { recursive: true });
}

/** Every command that handles a secret, used as intended. */
async function goodCommands(): Promise<readonly Output[]> {
  const reports = join(place, 'reports');
  const results = join(reports, 'results.json');
  const { accessKeyId, accessKeySecret } = store.owner;
  const keys = ['-e', proxy.origin, '-i', accessKeyId, '-k', accessKeySecret];
  return inTurn([
    ['run', '--plan', '--target', target],
    ['run', '--target', target, '--reports', reports],
    [
      'run',
      '--target',
      target,
      '--signature',
      'v1',
      '--clauses',
      'PBE-25,GBE-04,AUTH-01',
      '--reports',
      join(place, 'v1'),
    ],
    [
      'record',
      '--target',
      target,
      '--clauses',
      'PBE-25,AUTH-01',
      '--recordings',
      join(place, 'recordings'),
      '--reports',
      join(place, 'recorded'),
    ],
    ['sweep', '--target', target, '--reports', reports],
    ['clauses', '--results', results],
    ['compare', results, join(place, 'v1', 'results.json')],
    ['merge', results, '--out', join(place, 'merged'), '--no-allure'],
    ['request', 'GET', 'oss://', '--target', target],
    ['request', 'GET', 'oss://', '--target', target, '--signature', 'v1', '--as', 'delegate'],
    ['bucket-encryption', '--method', 'get', 'oss://no-such-bucket', ...keys, '--loglevel', 'debug'],
  ]);
}

/** The same against a store that repeats secrets. */
async function echoingStore(): Promise<readonly Output[]> {
  const texts = store.secrets.map(({ text }) => text);
  proxy.inject({ fault: echoing(texts), matches: asksForTheRule, from: 3, duration: 'always' });
  const printed = await inTurn([
    ['run', '--target', target, '--clauses', 'PBE-25,GBE-10,DBE-01,AUTH-01', '--reports', join(place, 'echoed')],
    ['request', 'GET', 'oss://some-bucket?encryption', '--target', target, '--as', 'delegate'],
  ]);
  await proxy.clear();
  return printed;
}

function asksForTheRule({ target: asked }: SeenRequest): boolean {
  return asked.includes('?encryption');
}

/** Common mistakes, with a secret involved. */
async function mistakes(): Promise<readonly Output[]> {
  const secret = store.owner.accessKeySecret;
  const files: Readonly<Record<string, string>> = {
    'misspelt.yaml': `endpoint: ${proxy.origin}\nregion: cn-hangzhou\nprincipals: { owner: { accessKeyId: id, accesKeySecret: '${secret}' } }\n`,
    'misplaced.yaml': `endpoint: ${proxy.origin}\nregion: cn-hangzhou\naccessKeySecret: '${secret}'\n`,
    'no-yaml.yaml': `principals: { owner: { accessKeySecret: '${secret}' \n`,
    'a-list.yaml': `endpoint: ${proxy.origin}\nprincipals: { owner: { accessKeyId: id, accessKeySecret: ['${secret}'] } }\n`,
    'in-the-url.yaml': `endpoint: http://id:${encodeURIComponent(secret)}@127.0.0.1:9\nprincipals: { owner: { accessKeyId: id, accessKeySecret: x } }\n`,
    'no-variable.yaml': `endpoint: ${proxy.origin}\nprincipals: { owner: { accessKeyId: id, accessKeySecret: '\${NO_SUCH}${secret}' } }\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    given.push(join(place, name));
    await writeFile(join(place, name), text);
  }
  const keys = { OSS_ACCESS_KEY_ID: store.owner.accessKeyId, OSS_ACCESS_KEY_SECRET: `${secret}\n` };
  const closed = ['--endpoint', 'http://127.0.0.1:9', '--region', 'cn-hangzhou', '--reports', join(place, 'closed')];
  return [
    ...(await inTurn([
      ...Object.keys(files).map((name) => ['run', '--target', join(place, name), '--reports', join(place, 'none')]),
      ['run', `--access-key-secret=${secret}`],
      ['run', `-k${secret}`],
      ['run', '--help'],
      ['bucket-encryption', '--help'],
      ['bucket-encryption', '--method', 'get', 'oss://b', '-e', 'http://127.0.0.1:9', '-i', 'id', `-k${secret}`],
      ['bucket-encryption', '--method', 'nonsense', 'oss://b', '-i', 'id', '-k', secret],
    ])),
    ...(await inTurn([['run', ...closed]], { ...keys, OSS_ACCESS_KEY_SECRET: secret })),
    ...(await inTurn([['run', ...closed]], keys)),
    ...(await inTurn([['run', '--target', 'endpoint', '--region', 'cn-hangzhou']], {
      ...keys,
      OSS_ENDPOINT: `http://x:${secret}@y`,
    })),
  ];
}

async function inTurn(
  commands: readonly (readonly string[])[],
  environment: Readonly<Record<string, string>> = store.environment,
): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  for (const words of commands) {
    // In the place that is searched afterwards, where `ossutil.log` is written, too. With a Java, where this machine has one: the Allure report is written, too.
    const { stdout, stderr } = await CliProcess.run(words, { PATH: process.env['PATH'] ?? '', ...environment }, place);
    const [command = '', ...options] = words;
    const shown = options.map((word) => (isSecret(word) ? '…' : word)).join(' ');
    outputs.push({ name: `what "${command} ${shown}" prints`, content: stdout + stderr });
  }
  return outputs;
}

function isSecret(word: string): boolean {
  return store.secrets.some(({ text }) => word.includes(text));
}

/** An empty output proves nothing. */
function commandsThatDidNothing(printed: readonly Output[]): readonly string[] {
  return printed.filter(({ content }) => content === '').map(({ name }) => `there is nothing in ${name}`);
}

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startReferenceStore } from '../../reference-store/store.ts';
import { refusal } from '../testing/refusal.ts';
import requestCommand from './request.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  try {
    const printed = await promisify(execFile)(process.execPath, [program, 'request', ...words], { env: environment });
    return { code: 0, ...printed };
  } catch (error) {
    // A process with another exit code than 0 gives such an error; anything else fails the test below.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return error as Ended;
  }
}

test('a request is printed with what was signed and what came back, without a secret or a signature', async (t) => {
  const store = await startReferenceStore({});
  t.after(() => store.close());
  const { accessKeyId, accessKeySecret } = store.principals.owner;
  const environment = { OSS_ACCESS_KEY_ID: accessKeyId, OSS_ACCESS_KEY_SECRET: accessKeySecret };
  const where = ['--endpoint', store.endpoint, '--region', store.region];
  const { code, stdout, stderr } = await run(
    ['PUT', 'oss://reproduced?encryption', '--body', '<a/>', '-H', 'Content-Type: application/xml', ...where],
    environment,
  );
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^> PUT \/reproduced\/\?encryption HTTP\/1\.1\n> Host: /);
  assert.match(stdout, /\n> Content-Type: application\/xml\n/);
  assert.match(stdout, /Signature=\*{4}\n\n<a\/>\n\n< HTTP\/1\.1 404\n/);
  assert.match(stdout, /\ncanonical:\nPUT⏎\n\/reproduced\/⏎\nencryption⏎\n/);
  assert.match(stdout, /\nstring to sign:\nOSS4-HMAC-SHA256⏎\n/);
  assert.equal(stdout.includes(accessKeySecret), false);
});

const closed = ['--endpoint', 'http://127.0.0.1:1', '--region', 'cn-hangzhou'];

test('a request without an answer exits with 3', async () => {
  const unanswered = await run(['GET', 'oss://bkt', ...closed], {
    OSS_ACCESS_KEY_ID: 'id',
    OSS_ACCESS_KEY_SECRET: 'x',
  });
  assert.equal(unanswered.code, 3);
  assert.match(unanswered.stdout, /\n! Nothing listens at http:\/\/127\.0\.0\.1:1/);
});

test('wrong usage is refused in one line', async () => {
  process.env['OSS_ACCESS_KEY_ID'] = 'id';
  process.env['OSS_ACCESS_KEY_SECRET'] = 'secret';
  for (const [words, said] of [
    [['GET', 'oss://bkt'], /^request needs a store that runs: .*$/],
    [['GET', 'bkt', ...closed], /^"bkt" is not a resource; .*$/],
    [['GET', 'oss://bkt', '--as', 'ownr', ...closed], /^--as: there is no principal "ownr"; did you mean "owner"\?.*$/],
    [['GET', 'oss://bkt', '--as', 'delegate', ...closed], /^--as delegate: the target gives no keys of the delegate$/],
  ] as const)
    assert.match(await refusal(requestCommand(), words), said);
});

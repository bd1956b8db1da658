import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { startScriptedServer } from '../../client/loopback/scripted-server.ts';
import {
  answer,
  command,
  failureOf,
  keys,
  nowhere,
  ok,
  run,
  storeThatAnswers,
  temporaryHome,
} from './testing/ossutil-run.ts';

const usage = (reason: string): string =>
  `invalid usage of "bucket-encryption" command, reason: ${reason}, please try "help bucket-encryption" for more information`;

describe('what is wrong before any request is said in the words of ossutil', () => {
  const table: readonly (readonly [words: string, said: string])[] = [
    ['cp oss://bkt', 'no such command: "cp", please try "help" for more information'],
    ['bucket-encryption --method get', usage('the command needs at least 1 argument')],
    ['bucket-encryption --method get oss://bkt oss://bkt', usage('the command needs at most 1 argument')],
    [
      'bucket-encryption --method get oss://bkt --retry-times 3',
      usage('the command does not support option: "retryTimes"'),
    ],
    ['bucket-encryption --method get oss://bkt -x', usage('the command does not support option: "x"')],
    [
      'bucket-encryption --method get oss://bkt --proxy-host=h',
      usage("the option --proxy-host is ossutil's own and not offered by this program"),
    ],
    ['bucket-encryption oss://bkt --method', 'Flag --method requires argument!'],
    ['bucket-encryption oss://bkt --method -e http://h', 'Flag --method requires argument!'],
    ['bucket-encryption oss://bkt -e http://h', '--method value is empty'],
    ['bucket-encryption oss://bkt -e http://h --method=', '--method value is empty'],
    [
      'bucket-encryption oss://bkt -e http://h --method post',
      '--method value is not in the optional value:put|get|delete',
    ],
    ['bucket-encryption bkt --method get -e http://h', 'parameter is not a cloud url,url is bkt'],
    ['bucket-encryption oss:// --method get -e http://h', 'bucket name is empty,url is oss://'],
    [
      'bucket-encryption oss://bkt/key --method delete -e http://h',
      "the rule is a bucket's, and oss://bkt/key names an object; give oss://bkt",
    ],
    [
      'bucket-encryption oss://Bkt --method get -e http://h',
      'bucket name Bkt can only include lowercase letters, numbers, and -',
    ],
    ['bucket-encryption oss://b --method get -e http://h', 'bucket name b len is between [3-63],now is 1'],
    [
      'bucket-encryption oss://bkt- --method get -e http://h',
      'bucket name bkt- must start and end with a lowercase letter or number',
    ],
    [
      'bucket-encryption oss://bkt --method put --sse-algorithm AES256 --kms-masterkey-id k -e http://h',
      'value of option --kms-masterkey-id must be empty if value of option --sse-algorithm is AES256',
    ],
    ['bucket-encryption oss://bkt --method get -e http://h', 'accessKeyID and ecsUrl are both empty'],
    [
      'bucket-encryption oss://bkt --method get -i id -k secret',
      'invalid endpoint, endpoint is empty, please check your config',
    ],
    [
      'bucket-encryption oss://bkt --method get -e http://h -i id',
      'invalid accessKeySecret, accessKeySecret is empty, please check your config',
    ],
    [
      'bucket-encryption oss://bkt --method get -e http://h -i id -k s --sign-version v4',
      'In the v4 signature scenario, please enter the region',
    ],
    [
      'bucket-encryption oss://bkt --method get -e http://h -i id -k s --sign-version v3',
      '--sign-version must be v1 or v4',
    ],
    ['bucket-encryption oss://bkt --method get -e http://h --loglevel trace', 'loglevel must be:info|debug'],
    [
      'bucket-encryption oss://bkt --method get -e http://h -i id -k s --read-timeout soon',
      'invalid option value of readTimeout, the value: soon is not int64, please check',
    ],
    [
      'bucket-encryption oss://bkt --method get -e http://h -i id -k s --connect-timeout 0',
      'invalid option value of connectTimeout, the value: 0 is smaller than the min value range: 1',
    ],
    [
      'bucket-encryption oss://bkt --method get -e http://h/path -i id -k s',
      'The endpoint "http://h/path" has a path or query; leave only http://h.',
    ],
    [
      'bucket-encryption oss://bkt --method get',
      'Read config file error: no-such-home/.ossutilconfig: no such file, please try "help config" to set configuration or use "--config-file" option',
    ],
  ];
  for (const [words, said] of table)
    test(words, async () => {
      assert.equal(await failureOf(words.split(' ')), said);
    });
});

test('without words, or asked for help, the program says how it is used', async () => {
  for (const words of [[], ['help', 'bucket-encryption'], [...command, '--help'], [...command, '-h']]) {
    const { exitCode, stdout } = await run(words);
    assert.deepEqual(
      [exitCode, stdout.split('\n', 1)[0]],
      [0, 'usage: bucket-encryption --method put|get|delete oss://BUCKET [options]'],
    );
  }
});

describe('where the request goes', () => {
  test('options may precede and follow the bucket, and methods may be in any case', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const words = ['-e', store.origin, ...command, '--method', 'PUT', 'oss://bkt', '--sse-algorithm=KMS', ...keys];
    assert.equal((await run(words)).exitCode, 0);
    assert.match(store.request(), /^PUT \/bkt\/\?encryption HTTP/);
  });

  test('an element that no option gives is left out, and the others are escaped', async (t) => {
    const store = await storeThatAnswers(t, ok);
    await run([...command, '--method', 'put', 'oss://bkt', '-e', store.origin, ...keys, '--kms-masterkey-id', 'a<b&c']);
    assert.match(
      store.request(),
      /Default><KMSMasterKeyID>a&lt;b&amp;c<\/KMSMasterKeyID><\/ApplyServerSideEncryptionByDefault>/,
    );
  });

  test('an endpoint without a scheme is HTTP, and --force-path-style keeps the bucket out of the host', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const host = store.origin.replace('http://127.0.0.1', 'localhost');
    await run([...command, '--method', 'put', 'oss://bkt', '-e', host, ...keys, '--force-path-style']);
    assert.match(store.request(), new RegExp(`^PUT /bkt/\\?encryption HTTP/1.1\r\nHost: ${host}\r\n`));
  });

  test('a token is sent and signed', async (t) => {
    const store = await storeThatAnswers(t, ok);
    await run([...command, '--method', 'put', 'oss://bkt', '-e', store.origin, ...keys, '-t', 'the-token']);
    assert.match(store.request(), /\r\nX-Oss-Security-Token: the-token\r\n/);
  });

  test('a token that would begin another header is refused', async () => {
    assert.equal(
      await failureOf([...command, '--method', 'get', 'oss://bkt', ...nowhere, '-t', 'a\r\nX-Evil: b']),
      'invalid stsToken, stsToken holds a space or a character that no key has',
    );
  });
});

describe('a secret', () => {
  const secrets = ['-k', 'the-secret-of-the-key', '-t', 'the-token-of-the-session'];

  test('is masked where a store gives it back', async (t) => {
    const echo = '<Error><Code>the-token-of-the-session</Code><Message>the-secret-of-the-key</Message></Error>';
    const store = await storeThatAnswers(t, answer(403, [], echo));
    const { stdout } = await run([
      ...command,
      '--method',
      'get',
      'oss://bkt',
      '-e',
      store.origin,
      '-i',
      'id',
      ...secrets,
    ]);
    assert.doesNotMatch(stdout, /the-secret|the-token/);
    assert.match(stdout, /ErrorCode=\*{4}, ErrorMessage="\*{4}"/);
  });

  test('is not in the log, which shows the exchange', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const home = temporaryHome(t, '');
    const words = [...command, '--method', 'put', 'oss://bkt', '-e', store.origin, '-i', 'id', ...secrets];
    const { stdout } = await run([...words, '--loglevel', 'debug'], { home });
    const log = readFileSync(join(home, 'ossutil.log'), 'utf8');
    assert.equal(stdout.split('\n', 1)[0], `log file is ${join(home, 'ossutil.log')}`);
    assert.match(log, /^2026-11-22T12:06:42\.000Z ossutil run begin\n> PUT \/bkt\/\?encryption HTTP\/1.1\n/);
    assert.doesNotMatch(log, /the-secret|the-token/);
  });
});

test('an interruption ends the program at once with 130 and prints nothing', { timeout: 10_000 }, async (t) => {
  const controller = new AbortController();
  const server = await startScriptedServer(t, () => controller.abort());
  const words = [...command, '--method', 'get', 'oss://bkt', '-e', server.origin, ...keys];
  assert.deepEqual(await run(words, { interruption: controller.signal }), { exitCode: 130, stdout: '', stderr: '' });
});

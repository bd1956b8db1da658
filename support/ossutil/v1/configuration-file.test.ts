import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { command, failureOf, keys, ok, run, storeThatAnswers, temporaryHome } from './testing/ossutil-run.ts';

describe('the configuration file', () => {
  const get = [...command, '--method', 'get', 'oss://bkt'];

  test('is read under every name that ossutil has for a key, secrets to the letter', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const home = temporaryHome(
      t,
      `[Credentials]\nlanguage=EN\nHOST = ${store.origin}\naccess-id=AKIDEXAMPLE\naccess_key = a;b#c\\d\n[Default]\nloglevel=\n`,
    );
    const byFile = await run(get, { home });
    const byLine = await run([...get, '-e', store.origin, '-i', 'AKIDEXAMPLE', '-k', String.raw`a;b#c\d`]);
    const signatures = [...store.request().matchAll(/^Authorization: (.*)\r$/gm)].map(([, value]) => value);
    assert.equal(signatures.length, 2);
    assert.equal(signatures[0], signatures[1]);
    assert.deepEqual([byFile.exitCode, byLine.exitCode, byFile.stderr], [1, 1, '']);
  });

  test('is read as ossutil reads it: "key: value", and brackets and quotes to the letter', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const home = temporaryHome(
      t,
      `[Credentials] \nendpoint[]=http://127.0.0.1:1\nendpoint : ${store.origin}\naccessKeyID: "AKID"\naccessKeySecret: s\n`,
    );
    const { stderr } = await run(get, { home });
    assert.match(store.request(), /^Authorization: OSS "AKID":/mu);
    assert.match(stderr, /: a line in \[Credentials\] is not "key = value"\n$/u);
  });

  test('yields to the command line, and -e to the endpoint of a single bucket as well', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const home = temporaryHome(
      t,
      `[Credentials]\nendpoint=127.0.0.1:1\naccessKeyID=FROMFILE\naccessKeySecret=s\n[Bucket-Endpoint]\nbkt=${store.origin}\n`,
    );
    await run(get, { home });
    await run([...get, '-i', 'FROMLINE'], { home });
    assert.match(
      await failureOf([...get, '-e', 'http://127.0.0.1:1'], { home }),
      /^GetBucketEncryption error,info:Nothing/,
    );
    assert.deepEqual(
      [...store.request().matchAll(/OSS (\w+):/g)].map(([, id]) => id),
      ['FROMFILE', 'FROMLINE'],
    );
  });

  test('may name a host for a bucket, which is still signed', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const cname = store.origin.replace('127.0.0.1', 'localhost');
    const credentials = '[Credentials]\naccessKeyID=AKIDEXAMPLE\naccessKeySecret=s\n';
    await run(get, { home: temporaryHome(t, `${credentials}[Bucket-Cname]\nbkt=${cname}\n`) });
    await run(get, { home: temporaryHome(t, `${credentials}[Bucket-Endpoint]\nbkt=${store.origin}\n`) });
    const [byCname, byPath] = store.request().split(/(?=GET )/);
    assert.match(byCname ?? '', /^GET \/\?encryption HTTP\/1.1\r\nHost: localhost:\d+\r\n/);
    const authorization = /^Authorization: .*$/m;
    assert.equal(authorization.exec(byCname ?? '')?.[0], authorization.exec(byPath ?? '')?.[0]);
  });

  const refused: readonly (readonly [what: string, text: string, said: RegExp])[] = [
    [
      'with a section that occurs twice',
      '[Credentials]\n[Credentials]\n',
      /: the section \[Credentials\] occurs twice; leave one of them, /,
    ],
    ['without credentials', '[Default]\nloglevel=info\n', /: Unable to find Credentials, /],
    ['with a dot too many', '[Credentials.]\naccessKeyID=a\n', /: Unable to find Credentials, /],
  ];
  for (const [what, text, said] of refused)
    test(`${what} is refused in one line`, async (t) => {
      const message = await failureOf(get, { home: temporaryHome(t, text) });
      assert.match(message, said);
      assert.equal(message.includes('\n'), false);
    });

  test('may hold unknown keys; they are named on stderr, and never a value', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const home = temporaryHome(
      t,
      `[Credentials]\nendpoint=${store.origin}\naccessKeyID=AKIDEXAMPLE\naccessKeySecret=s\nacessKeySecret=HIDDEN\naccessKeySecret HIDDEN\nHIDDEN\n[Default]\nproxyHost=HIDDEN\n`,
    );
    const { stdout, stderr } = await run(get, { home });
    const path = join(home, '.ossutilconfig');
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      `${path}: acessKeySecret in [Credentials] is not a key of ossutil's; did you mean "accesskeysecret"?`,
      `${path}: a line in [Credentials] is not "key = value"`,
      `${path}: a key in [Credentials] is none of ossutil's`,
      `${path}: proxyHost in [Default] is ossutil's own and not used by this program`,
    ]);
    assert.doesNotMatch(stdout + stderr, /HIDDEN/);
  });

  test('may be elsewhere, and is not needed where the command line says what to connect to', async (t) => {
    const store = await storeThatAnswers(t, ok);
    const missing = ['-c', 'no-such-file'];
    const { stdout } = await run([...get, ...missing, '-e', store.origin, ...keys]);
    assert.match(stdout, /^GetBucketEncryption error,info:EOF\n/);
    assert.match(await failureOf([...get, ...missing]), /^Read config file error: no-such-file: no such file, /);
    assert.match(await failureOf([...get, '-c', '.']), /^Read config file error: .: is not a regular file, /);
  });
});

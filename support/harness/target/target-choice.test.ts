import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { ConfigurationError } from './configuration-error.ts';
import { chooseTarget, type TargetFlags } from './target-choice.ts';
import { capabilities, type Target } from './target.ts';

const directory = mkdtempSync(join(tmpdir(), 'target-choice-'));
const file = join(directory, 'acme.yaml');
writeFileSync(
  file,
  `name: acme
endpoint: https://oss-cn-beijing.aliyuncs.com
signature: v4
capabilities: [kms, sm4]
principals:
  owner: { accessKeyId: file-id, accessKeySecret: "\${FILE_SECRET}" }
`,
);
after(() => rmSync(directory, { recursive: true }));

const environment = {
  FILE_SECRET: 'file-secret',
  OSS_ENDPOINT: 'https://oss-cn-shenzhen.aliyuncs.com',
  OSS_ACCESS_KEY_ID: 'id',
  OSS_ACCESS_KEY_SECRET: 'hunter2',
};
const url = 'http://127.0.0.1:9000';

function target(flags: TargetFlags, env: Record<string, string> = environment): Target {
  const choice = chooseTarget(flags, env);
  assert(choice.kind === 'endpoint');
  return choice.target;
}

describe('the target of a run', () => {
  test('is the reference store, whatever the environment holds', () => {
    const reference = { kind: 'reference', region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] };
    assert.deepEqual(chooseTarget({}, environment), reference);
    assert.deepEqual(chooseTarget({ target: 'reference' }, environment), reference);
  });

  test('is the reference store spoken to as the flags say', () => {
    assert.deepEqual(
      chooseTarget({ region: 'cn-beijing', addressing: 'virtual', signature: 'v1', without: 'kms, v4' }, {}),
      { kind: 'reference', region: 'cn-beijing', addressing: 'virtual', signature: 'v1', without: ['kms', 'v4'] },
    );
  });

  test('is the recordings in a directory of the suite', () => {
    const choice = chooseTarget({ target: 'recordings', signature: 'v1' }, environment);
    assert(choice.kind === 'recordings');
    assert(existsSync(choice.directory));
    assert.equal(choice.signature, 'v1');
  });

  test('is the endpoint of the flag, with the keys of the environment', () => {
    const { principals, ...rest } = target({ endpoint: `${url}/`, region: 'eu-west-1' });
    assert.deepEqual(principals, { owner: { accessKeyId: 'id', accessKeySecret: 'hunter2' } });
    assert.equal(rest.endpoint, url);
    assert.equal(rest.region, 'eu-west-1');
    assert.deepEqual(rest.capabilities, [...capabilities]);
  });

  test('is the endpoint of the environment when the flag asks for that', () => {
    assert.equal(target({ target: 'endpoint' }).endpoint, environment.OSS_ENDPOINT);
    assert.equal(target({ target: 'endpoint', endpoint: url, region: 'a' }).endpoint, url);
  });

  test('is what the file describes', () => {
    const { name, endpoint, region, principals, capabilities: declared } = target({ target: file });
    assert.deepEqual(
      { name, endpoint, region, declared },
      {
        name: 'acme',
        endpoint: 'https://oss-cn-beijing.aliyuncs.com',
        region: 'cn-beijing',
        declared: ['encryption', 'kms', 'sm4', 'v4'],
      },
    );
    assert.deepEqual(principals, { owner: { accessKeyId: 'file-id', accessKeySecret: 'file-secret' } });
  });

  const overridden: readonly { flags: TargetFlags; key: keyof Target; expected: unknown }[] = [
    { flags: { endpoint: 'https://oss-cn-hangzhou.aliyuncs.com' }, key: 'region', expected: 'cn-hangzhou' },
    { flags: { endpoint: 'http://127.0.0.1:80', region: 'a' }, key: 'endpoint', expected: 'http://127.0.0.1' },
    { flags: { endpoint: 'http://127.0.0.1:80', region: 'a' }, key: 'addressing', expected: 'path' },
    { flags: { region: 'eu-west-1' }, key: 'region', expected: 'eu-west-1' },
    { flags: { addressing: 'path' }, key: 'addressing', expected: 'path' },
    { flags: { signature: 'v1' }, key: 'signature', expected: 'v1' },
    { flags: { signature: 'v1' }, key: 'capabilities', expected: ['encryption', 'kms', 'sm4', 'v1'] },
    { flags: { without: 'sm4' }, key: 'capabilities', expected: ['encryption', 'kms', 'v4'] },
    { flags: { without: 'sts' }, key: 'capabilities', expected: ['encryption', 'kms', 'sm4', 'v4'] },
  ];
  for (const { flags, key, expected } of overridden) {
    test(`has ${key} ${String(expected)} when ${JSON.stringify(flags)} overrides its file`, () =>
      assert.deepEqual(target({ ...flags, target: file })[key], expected));
  }

  const regions: readonly [region: string, flags: TargetFlags, env: Record<string, string>][] = [
    ['cn-shanghai', { endpoint: url, region: 'cn-shanghai' }, { OSS_REGION: 'cn-beijing' }],
    ['cn-beijing', { endpoint: 'https://oss-cn-hangzhou.aliyuncs.com' }, { OSS_REGION: 'cn-beijing' }],
    ['cn-hangzhou', { endpoint: 'https://oss-cn-hangzhou.aliyuncs.com' }, { OSS_REGION: '' }],
  ];
  for (const [region, flags, env] of regions) {
    test(`is in ${region} for ${JSON.stringify({ ...flags, ...env })}`, () =>
      assert.equal(target(flags, { ...environment, ...env }).region, region));
  }

  test('has every principal whose keys the environment holds', () => {
    const { principals } = target(
      { endpoint: url, region: 'a' },
      {
        ...environment,
        OSS_SESSION_TOKEN: 'token-1',
        OSS_DELEGATE_ACCESS_KEY_ID: 'id-2',
        OSS_DELEGATE_ACCESS_KEY_SECRET: 'secret-2',
        OSS_DELEGATE_SESSION_TOKEN: 'token-2',
        OSS_OUTSIDER_ACCESS_KEY_ID: 'id-3',
        OSS_OUTSIDER_ACCESS_KEY_SECRET: 'secret-3',
        OSS_OUTSIDER_SESSION_TOKEN: '',
      },
    );
    assert.deepEqual(principals, {
      owner: { accessKeyId: 'id', accessKeySecret: 'hunter2', securityToken: 'token-1' },
      delegate: { accessKeyId: 'id-2', accessKeySecret: 'secret-2', securityToken: 'token-2' },
      outsider: { accessKeyId: 'id-3', accessKeySecret: 'secret-3' },
    });
  });
});

describe('a choice of target is refused in one line', () => {
  const keysWanted = 'an endpoint needs keys in the environment, or give --target FILE';
  const rows: readonly { flags: TargetFlags; env?: Record<string, string>; message: string }[] = [
    {
      flags: { endpoint: url },
      env: {},
      message: `OSS_ACCESS_KEY_ID and OSS_ACCESS_KEY_SECRET are not set; ${keysWanted}`,
    },
    {
      flags: { endpoint: url },
      env: { OSS_ACCESS_KEY_ID: 'id', OSS_ACCESS_KEY_SECRET: '' },
      message: `OSS_ACCESS_KEY_SECRET is not set; ${keysWanted}`,
    },
    {
      flags: { endpoint: url },
      env: { OSS_SESSION_TOKEN: 'hunter2' },
      message: `OSS_ACCESS_KEY_ID and OSS_ACCESS_KEY_SECRET are not set; ${keysWanted}`,
    },
    {
      flags: { endpoint: url },
      env: { ...environment, OSS_OUTSIDER_ACCESS_KEY_SECRET: 'hunter2' },
      message: `OSS_OUTSIDER_ACCESS_KEY_ID is not set; ${keysWanted}`,
    },
    {
      flags: { endpoint: url },
      env: { ...environment, OSS_ACCESS_KEY_SECRET: 'hunter2\n' },
      message: 'OSS_ACCESS_KEY_SECRET must be text without spaces around it',
    },
    {
      flags: { endpoint: url },
      message: '--endpoint: the region is missing, and the endpoint does not contain it; give --region or OSS_REGION',
    },
    {
      flags: { target: 'endpoint' },
      env: {},
      message: '--target endpoint needs the environment variable OSS_ENDPOINT, or give --endpoint',
    },
    {
      flags: { target: 'endpoint' },
      env: { ...environment, OSS_ENDPOINT: 'https://me:hunter2@store' },
      message: 'OSS_ENDPOINT holds a user name or password; keys belong to the principals',
    },
    {
      flags: { endpoint: '127.0.0.1:9000' },
      message: '--endpoint has no scheme; write http://HOST:PORT or https://HOST',
    },
    { flags: { endpoint: url, target: 'reference' }, message: '--endpoint contradicts --target reference' },
    { flags: { endpoint: url, target: 'recordings' }, message: '--endpoint contradicts --target recordings' },
    { flags: { target: 'refrence' }, message: '--target refrence: no such file; did you mean --target reference?' },
    { flags: { target: 'none.yaml' }, message: 'none.yaml: no such file' },
    { flags: { target: '' }, message: '--target needs a value: reference, recordings, endpoint or the path of a file' },
    {
      flags: { region: 'oss-cn-hangzhou' },
      message: '--region must be a region id such as cn-hangzhou, without "oss-"',
    },
    {
      flags: { addressing: 'host' },
      message: '--addressing names an unknown addressing style; there are path, virtual',
    },
    { flags: { signature: 'v2' }, message: '--signature names an unknown signature version; there are v1, v4' },
    {
      flags: { without: 'kms,multi-part' },
      message: '--without names an unknown capability "multi-part"; did you mean "multipart"?',
    },
    {
      flags: { without: 'kms,' },
      message: `--without names an unknown capability; there are ${capabilities.join(', ')}`,
    },
    {
      flags: { without: 'v4' },
      message: '--without v4 contradicts the signature version v4; give --signature v1 too',
    },
    {
      flags: { without: 'v1', signature: 'v1', target: file },
      message: '--without v1 contradicts the signature version v1; give --signature v4 too',
    },
  ];
  for (const { flags, env, message } of rows) {
    test(`${JSON.stringify(flags)}: ${message}`, () => {
      assert.throws(
        () => chooseTarget(flags, env ?? environment),
        (error) => {
          assert(error instanceof ConfigurationError, String(error));
          assert.equal(error.message, message);
          return true;
        },
      );
    });
  }
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { selfSignedCertificate } from '../../client/loopback/self-signed-certificate.ts';
import { readTargetFile } from './target-file.ts';
import { capabilities, defaultLimits, type Target } from './target.ts';
import { directory, environment, owner, path, read, secret, smallest } from './testing/written-target-file.ts';

describe('a target file', () => {
  test('with every key gives the target it describes', () => {
    const { cert } = selfSignedCertificate();
    writeFileSync(join(directory, 'ca.pem'), cert);
    const target = read(`name: acme-store 2.3
endpoint: http://127.0.0.1:9000/
region: cn-shanghai
addressing: virtual
signature: v1
capabilities: [sm4, kms, kms]
principals:
  owner: { accessKeyId: "\${KEY_ID}", accessKeySecret: "\${KEY_SECRET}" }
  delegate:
    accessKeyId: delegate
    accessKeySecret: "a\${KEY_ID}b\${KEY_SECRET}"
    securityToken: \${TOKEN}
  outsider: { accessKeyId: outsider, accessKeySecret: hunter2 }
sts:
  valid: { accessKeyId: STS.a, accessKeySecret: b, securityToken: c }
  expired: { accessKeyId: STS.d, accessKeySecret: e, securityToken: f }
kms: { keyId: key-1, disabledKeyId: key-2 }
atRest: { directory: data }
expected:
  - { clause: PBE-26, observed: "message …", issue: https://issues.example/1, until: 2027-06-30 }
limits: { answerMs: 2000 }
caFile: ca.pem
userAgent: aliyun-sdk-js/6.23.0 (gateway)
`);
    assert.deepEqual(target, {
      name: 'acme-store 2.3',
      kind: 'endpoint',
      endpoint: 'http://127.0.0.1:9000',
      region: 'cn-shanghai',
      addressing: 'virtual',
      signature: 'v1',
      capabilities: ['encryption', 'kms', 'sm4', 'v1'],
      principals: {
        owner: { accessKeyId: environment.KEY_ID, accessKeySecret: secret },
        delegate: {
          accessKeyId: 'delegate',
          accessKeySecret: `a${environment.KEY_ID}b${secret}`,
          securityToken: environment.TOKEN,
        },
        outsider: { accessKeyId: 'outsider', accessKeySecret: 'hunter2' },
      },
      sts: {
        valid: { accessKeyId: 'STS.a', accessKeySecret: 'b', securityToken: 'c' },
        expired: { accessKeyId: 'STS.d', accessKeySecret: 'e', securityToken: 'f' },
      },
      kms: { keyId: 'key-1', disabledKeyId: 'key-2', pendingDeletionKeyId: null, pendingImportKeyId: null },
      atRest: { directory: join(directory, 'data') },
      expected: [{ clause: 'PBE-26', observed: 'message …', issue: 'https://issues.example/1', until: '2027-06-30' }],
      limits: { ...defaultLimits, answerMs: 2000 },
      ca: cert,
      userAgent: 'aliyun-sdk-js/6.23.0 (gateway)',
    } satisfies Target);
  });

  test('with the least keys gives a target that has everything and is given nothing', () => {
    const { principals, ...rest } = read(smallest);
    assert.deepEqual(Object.keys(principals), ['owner']);
    assert.deepEqual(rest, {
      name: '127.0.0.1:9000',
      kind: 'endpoint',
      endpoint: 'http://127.0.0.1:9000',
      region: 'cn-hangzhou',
      addressing: 'path',
      signature: 'v4',
      capabilities: [...capabilities],
      sts: null,
      kms: null,
      atRest: null,
      expected: [],
      limits: defaultLimits,
      ca: null,
      userAgent: null,
    });
  });

  const declarations: readonly { title: string; lines: string; expected: readonly string[] }[] = [
    { title: 'an empty list leaves the version it signs with', lines: 'capabilities: []', expected: ['v4'] },
    {
      title: 'a v1 target need not declare v1',
      lines: 'signature: v1\ncapabilities: [kms]',
      expected: ['encryption', 'kms', 'v1'],
    },
    { title: 'another version counts when declared', lines: 'capabilities: [v1]', expected: ['v1', 'v4'] },
  ];
  for (const { title, lines, expected } of declarations) {
    test(title, () => assert.deepEqual(read(`${smallest}${lines}\n`).capabilities, expected));
  }

  const regions: readonly [endpoint: string, region: string, addressing: string][] = [
    ['https://oss-cn-hangzhou.aliyuncs.com', 'cn-hangzhou', 'virtual'],
    ['https://oss-eu-central-1-internal.aliyuncs.com', 'eu-central-1', 'virtual'],
    ['http://OSS-cn-beijing.aliyuncs.com:80', 'cn-beijing', 'virtual'],
  ];
  for (const [endpoint, region, addressing] of regions) {
    test(`at ${endpoint} is in ${region}, addressed in ${addressing} style`, () => {
      const target = read(`endpoint: ${endpoint}\n${owner}\n`);
      assert.deepEqual([target.region, target.addressing], [region, addressing]);
    });
  }

  test('needs no region when v4 is neither spoken nor declared', () => {
    assert.equal(read(`endpoint: http://store\nsignature: v1\ncapabilities: [kms]\n${owner}\n`).region, '');
  });

  test('may begin with a byte order mark and use CRLF', () => {
    assert.equal(read(`\u{feff}${smallest.replaceAll('\n', '\r\n')}`).region, 'cn-hangzhou');
  });

  test('takes a value of the environment literally, even if it looks like a reference', () => {
    writeFileSync(path, smallest);
    const target = readTargetFile(path, { KEY_ID: 'id', KEY_SECRET: 'a${KEY_ID}$&b' });
    assert.equal(target.principals.owner.accessKeySecret, 'a${KEY_ID}$&b');
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ConfigurationError } from './configuration-error.ts';
import { readTargetFile } from './target-file.ts';
import { capabilities } from './target.ts';
import { directory, environment, owner, read, secret, smallest } from './testing/written-target-file.ts';

/** The message, without the file's directory. */
function refusalOf(readIt: () => unknown): string {
  try {
    readIt();
  } catch (error) {
    assert(error instanceof ConfigurationError, String(error));
    assert.doesNotMatch(error.message, /\n/);
    for (const value of [secret, 'hunter2', environment.TOKEN])
      assert(!error.message.includes(value), `the message contains a secret: ${error.message}`);
    return error.message.replace(`${directory}/`, '');
  }
  assert.fail('it was accepted');
}

/** The message about a file with this text. */
function refusal(text: string | Uint8Array): string {
  return refusalOf(() => read(text));
}

/** The smallest target file, with this change. */
function edited(from: string, to: string): string {
  assert(smallest.includes(from));
  return smallest.replace(from, to);
}

describe('a target file is refused in one line', () => {
  const rows: readonly { title: string; text: string | Uint8Array; message: string }[] = [
    {
      title: 'when it is empty',
      text: '',
      message: 'acme.yaml:1: is empty; give at least "endpoint" and "principals"',
    },
    {
      title: 'when it has only comments',
      text: '# soon\n',
      message: 'acme.yaml:1: is empty; give at least "endpoint" and "principals"',
    },
    {
      title: 'when it is a list',
      text: '- endpoint\n',
      message: 'acme.yaml:1: the top level must be a mapping of keys to values',
    },
    {
      title: 'when a top-level key is mistyped',
      text: `${smallest}capabilites: [kms]\n`,
      message: 'acme.yaml:5: unknown key "capabilites" at the top level; did you mean "capabilities"?',
    },
    {
      title: 'when a nested key is mistyped, rather than for what it left missing',
      text: edited('accessKeySecret', 'access_key_secret'),
      message: 'acme.yaml:4: unknown key "access_key_secret" under "principals.owner"; did you mean "accessKeySecret"?',
    },
    {
      title: 'when a principal is mistyped, rather than for the one that is missing',
      text: smallest.replace('  owner:', '  ownr:'),
      message: 'acme.yaml:4: unknown key "ownr" under "principals"; did you mean "owner"?',
    },
    {
      title: 'when the user agent cannot be sent',
      text: `${smallest}userAgent: "a\\nb"\n`,
      message: 'acme.yaml:5: "userAgent" must be printable ASCII of 1 to 255 characters, without spaces around it',
    },
    {
      title: 'when a key is like none',
      text: `${smallest}kms: { banana: 1 }\n`,
      message:
        'acme.yaml:5: unknown key "banana" under "kms"; there are keyId, disabledKeyId, pendingDeletionKeyId, pendingImportKeyId',
    },
    {
      title: 'when a secret is in place of a key',
      text: edited('accessKeySecret: "${KEY_SECRET}"', 'hunter2'),
      message:
        'acme.yaml:4: unknown key under "principals.owner"; there are accessKeyId, accessKeySecret, securityToken',
    },
    {
      title: 'when a space is missing before a secret',
      text: edited('accessKeySecret: "${KEY_SECRET}"', 'accessKeySecret:hunter2'),
      message: 'acme.yaml:4: a space is missing after "accessKeySecret:"',
    },
    {
      title: 'when a key is an escape sequence for a terminal',
      text: `${smallest}"\\e[2J": 1\n`,
      message:
        'acme.yaml:5: unknown key at the top level; there are name, endpoint, region, addressing, signature, capabilities, principals, sts, kms, atRest, caFile, userAgent, expected, limits',
    },
    {
      title: 'when a key is the name of a prototype',
      text: `${smallest}__proto__: { a: 1 }\n`,
      message:
        'acme.yaml:5: unknown key at the top level; there are name, endpoint, region, addressing, signature, capabilities, principals, sts, kms, atRest, caFile, userAgent, expected, limits',
    },
    {
      title: 'when there is no endpoint',
      text: edited('endpoint: http://127.0.0.1:9000\n', ''),
      message: 'acme.yaml:1: the top level lacks "endpoint"',
    },
    {
      title: 'when there is no owner',
      text: edited('  owner:', '  delegate:'),
      message: 'acme.yaml:3: "principals" lacks "owner"',
    },
    {
      title: 'when the owner has no secret',
      text: edited(', accessKeySecret: "${KEY_SECRET}"', ''),
      message: 'acme.yaml:4: "principals.owner" lacks "accessKeySecret"',
    },
    {
      title: 'when the secret is empty',
      text: edited('"${KEY_SECRET}"', '""'),
      message: 'acme.yaml:4: "principals.owner.accessKeySecret" is empty',
    },
    {
      title: 'when the secret is left out behind its key',
      text: edited('"${KEY_SECRET}"', ''),
      message: 'acme.yaml:4: "principals.owner.accessKeySecret" is empty',
    },
    {
      title: 'when the secret has spaces around it',
      text: edited('"${KEY_SECRET}"', '"${BLANK}"'),
      message: 'acme.yaml:4: "principals.owner.accessKeySecret" must be text without spaces around it',
    },
    {
      title: 'when the access key id is a number',
      text: edited('"${KEY_ID}"', '12345'),
      message: 'acme.yaml:4: "principals.owner.accessKeyId" must be printable ASCII without spaces, as text',
    },
    {
      title: 'when the environment lacks a variable',
      text: edited('${KEY_SECRET}', '${KEY_SECRETS}'),
      message: 'acme.yaml:4: the environment variable KEY_SECRETS is not set',
    },
    {
      title: 'when the environment has only an inherited property of that name',
      text: edited('${KEY_SECRET}', '${constructor}'),
      message: 'acme.yaml:4: the environment variable constructor is not set',
    },
    {
      title: 'when a variable of the environment is empty',
      text: edited('${KEY_SECRET}', '${EMPTY}'),
      message: 'acme.yaml:4: the environment variable EMPTY is empty',
    },
    {
      title: 'when a reference is not closed',
      text: edited('${KEY_SECRET}', '${KEY_SECRET'),
      message: 'acme.yaml:4: "${" must be followed by the name of a variable and "}"',
    },
    {
      title: 'when a capability is mistyped',
      text: `${smallest}capabilities:\n  - kms\n  - mulitpart\n`,
      message: 'acme.yaml:7: "capabilities[1]" names an unknown capability "mulitpart"; did you mean "multipart"?',
    },
    {
      title: 'when a capability is like none',
      text: `${smallest}capabilities: [hunter2]\n`,
      message: `acme.yaml:5: "capabilities[0]" names an unknown capability; there are ${capabilities.join(', ')}`,
    },
    {
      title: 'when the addressing style does not exist',
      text: `${smallest}addressing: vritual\n`,
      message: 'acme.yaml:5: "addressing" names an unknown addressing style "vritual"; did you mean "virtual"?',
    },
    {
      title: 'when the signature version does not exist',
      text: `${smallest}signature: 4\n`,
      message: 'acme.yaml:5: "signature" must be text; write it in quotes',
    },
    {
      title: 'when a limit is text',
      text: `${smallest}limits: { answerMs: "10" }\n`,
      message: 'acme.yaml:5: "limits.answerMs" must be a whole number from 1 to 600000',
    },
    {
      title: 'when a limit is out of bounds',
      text: `${smallest}limits: { liveBuckets: 1000 }\n`,
      message: 'acme.yaml:5: "limits.liveBuckets" must be a whole number from 1 to 100',
    },
    {
      title: 'when session credentials have no token',
      text: `${smallest}sts:\n  valid: { accessKeyId: a, accessKeySecret: hunter2 }\n`,
      message: 'acme.yaml:6: "sts.valid" lacks "securityToken"',
    },
    {
      title: 'when the region is the prefix of an endpoint',
      text: edited('cn-hangzhou', 'oss-cn-hangzhou'),
      message: 'acme.yaml:2: "region" must be a region id such as cn-hangzhou, without "oss-"',
    },
    {
      title: 'when a clause is no id',
      text: `${smallest}expected:\n  - { clause: pbe25, observed: a, issue: b, until: 2027-06-30 }\n`,
      message: 'acme.yaml:6: "expected[0].clause" must be the id of a clause, such as PBE-25',
    },
    {
      title: 'when a date does not exist',
      text: `${smallest}expected:\n  - { clause: PBE-25, observed: a, issue: b, until: 2027-02-30 }\n`,
      message: 'acme.yaml:6: "expected[0].until" must be a day written as YYYY-MM-DD',
    },
    {
      title: 'when a date is a word',
      text: `${smallest}expected:\n  - { clause: PBE-25, observed: a, issue: b, until: summer }\n`,
      message: 'acme.yaml:6: "expected[0].until" must be a day written as YYYY-MM-DD',
    },
    {
      title: 'when V4 needs a region that is not given',
      text: edited('region: cn-hangzhou\n', ''),
      message: 'acme.yaml: the region is missing, and the endpoint does not contain it; give "region"',
    },
    {
      title: 'when the endpoint begins with a bucket',
      text: `endpoint: https://photos.oss-cn-hangzhou.aliyuncs.com\n${owner}\n`,
      message: 'acme.yaml:1: "endpoint" begins with the name of a bucket; give https://oss-cn-hangzhou.aliyuncs.com',
    },
    {
      title: 'when transfer acceleration belongs to no region',
      text: `endpoint: https://oss-accelerate-overseas.aliyuncs.com\n${owner}\n`,
      message: 'acme.yaml: the region is missing, and the endpoint does not contain it; give "region"',
    },
    {
      title: 'when a bucket would precede an address in brackets',
      text: edited('http://127.0.0.1:9000', '"http://[::1]:9000"\naddressing: virtual'),
      message: 'acme.yaml: virtual-hosted addressing needs a host name or an IPv4 address',
    },
  ];
  for (const { title, text, message } of rows) test(title, () => assert.equal(refusal(text), message));

  test('when the endpoint is not one, without quoting it', () => {
    const text = edited('http://127.0.0.1:9000', 'http://me:hunter2@store');
    assert.equal(refusal(text), 'acme.yaml:1: "endpoint" holds a user name or password; keys belong to the principals');
  });

  test('when it does not exist', () => {
    assert.equal(
      refusalOf(() => readTargetFile(join(directory, 'none.yaml'), environment)),
      'none.yaml: no such file',
    );
  });

  test('when it is not text', () => {
    assert.equal(refusal(Uint8Array.of(0x61, 0xff)), 'acme.yaml: is not UTF-8 text');
  });

  test('when its certificates are not certificates', () => {
    assert.equal(
      refusal(`${smallest}caFile: acme.yaml\n`),
      `acme.yaml:5: "caFile": ${join(directory, 'acme.yaml')} does not hold PEM certificates`,
    );
  });

  test('when its certificates are missing', () => {
    assert.equal(
      refusal(`${smallest}caFile: none.pem\n`),
      `acme.yaml:5: "caFile": ${join(directory, 'none.pem')}: no such file`,
    );
  });

  test('when its YAML is broken, without quoting it', () => {
    assert.equal(
      refusal(edited('"${KEY_SECRET}"', '"hunter2" hunter2')),
      'acme.yaml:4: is not valid YAML (unexpected token)',
    );
  });

  test('when its name contains a line feed, which stays out of the message', () => {
    assert.equal(
      refusalOf(() => readTargetFile(join(directory, 'a\nb.yaml'), environment)),
      'a b.yaml: no such file',
    );
  });
});

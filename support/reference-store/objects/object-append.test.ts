import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Refusal } from '../errors/refusal.ts';
import type { ObjectRecord } from '../storage/stored-records.ts';
import { appendObject } from './object-append.ts';
import { deleteObject } from './object-reading.ts';
import {
  TestObjectContext,
  accepted,
  bodyOf,
  encryptionOf,
  nothingSaid,
  refused,
  rule,
  saying,
} from './testing/test-object-context.ts';

const address = { bucket: 'bucket', key: 'log' };

describe('append object', () => {
  let test: TestObjectContext;

  beforeEach(async () => {
    test = await TestObjectContext.open();
  });

  afterEach(async () => {
    await test.close();
  });

  async function append(
    position: number,
    bytes: Uint8Array,
    encryption = nothingSaid,
  ): Promise<ObjectRecord | Refusal> {
    return appendObject(test.context, { address, position, headers: {}, traits: {}, encryption, body: bodyOf(bytes) });
  }

  // OBJ-20
  const firsts = [
    nothingSaid,
    saying('AES256'),
    saying('SM4'),
    saying('KMS'),
    saying('KMS', { kmsDataEncryption: 'SM4' }),
  ];
  for (const first of firsts) {
    it(`keeps what the first append said, ${first.algorithm} ${first.kmsDataEncryption ?? ''}, whatever later ones say`, async () => {
      const parts = [randomBytes(300_000), randomBytes(10), randomBytes(300_000)] as const;
      const begun = accepted(await append(0, parts[0], first));
      accepted(await append(300_000, parts[1], saying('SM4')));
      test.setRule(rule('KMS'));
      await test.restart();
      const record = accepted(await append(300_010, parts[2]));
      assert.deepEqual(record.encryption, begun.encryption);
      assert.equal(`${record.type} ${record.size}`, 'Appendable 600010');
      assert.deepEqual(await test.get('log'), Buffer.concat(parts));
      assert.equal(await test.stores(parts[2].subarray(0, 64)), first.algorithm === null);
    });
  }

  it('encrypts the first append by the rule', async () => {
    test.setRule(rule('KMS', { kmsDataEncryption: 'SM4' }));
    assert.equal(encryptionOf(accepted(await append(0, Buffer.from('x')))), 'KMS/SM4 with key id');
  });

  it('refuses any other position, saying the right one, and changes nothing', async () => {
    accepted(await append(0, Buffer.from('12345'), saying('AES256')));
    const before = await test.files();
    for (const position of [0, 4, 6]) {
      const outcome = await append(position, Buffer.from('x'));
      assert.equal(refused(outcome), '409 PositionNotEqualToLength');
      assert.ok(outcome instanceof Refusal);
      assert.deepEqual(outcome.headers, [['x-oss-next-append-position', '5']]);
    }
    assert.deepEqual(await test.files(), before);
    assert.deepEqual(await test.get('log'), Buffer.from('12345'));
  });

  it('refuses a position behind the end of nothing', async () => {
    assert.equal(refused(await append(1, Buffer.from('x'))), '409 PositionNotEqualToLength');
    assert.deepEqual(await test.files(), []);
  });

  it('refuses to append to what PutObject created, and PutObject replaces what was appended', async () => {
    accepted(await append(0, Buffer.from('x')));
    await test.put('log', Buffer.from('put'));
    assert.equal(refused(await append(3, Buffer.from('x'))), '409 ObjectNotAppendable');
    assert.equal((await test.files()).length, 2);
  });

  it('lets one of two appends to the same position through', async () => {
    accepted(await append(0, Buffer.from('1')));
    const outcomes = await Promise.all([append(1, Buffer.from('2')), append(1, Buffer.from('3'))]);
    assert.equal(outcomes.filter((outcome) => outcome instanceof Refusal).length, 1);
    assert.equal((await test.get('log')).length, 2);
  });

  it('lets one of two first appends through, with its own key', async () => {
    const outcomes = await Promise.all([
      append(0, Buffer.from('1'), saying('KMS')),
      append(0, Buffer.from('2'), saying('AES256')),
    ]);
    assert.equal(outcomes.filter((outcome) => outcome instanceof Refusal).length, 1);
    assert.equal((await test.get('log')).length, 1);
  });

  it('adds nothing to an object that took the place of the one it began with', async () => {
    accepted(await append(0, Buffer.from('1'), saying('AES256')));
    const replacing = async function* (): AsyncGenerator<Uint8Array> {
      await deleteObject(test.context, address);
      accepted(await append(0, Buffer.from('2'), saying('KMS')));
      yield Buffer.from('3');
    };
    const body = { chunks: replacing(), isDisposable: false, announcedLength: 1, contentMd5: undefined };
    const outcome = await appendObject(test.context, {
      address,
      position: 1,
      headers: {},
      traits: {},
      encryption: nothingSaid,
      body,
    });
    assert.equal(refused(outcome), '409 PositionNotEqualToLength');
    assert.deepEqual(await test.get('log'), Buffer.from('2'));
  });

  it('checks Content-MD5 against what is appended', async () => {
    accepted(await append(0, Buffer.from('1')));
    const md5 = createHash('md5').update('2').digest('base64');
    const body = (text: string) => ({
      address,
      position: 1,
      headers: {},
      traits: {},
      encryption: nothingSaid,
      body: bodyOf(Buffer.from(text), md5),
    });
    assert.equal(refused(await appendObject(test.context, body('3'))), '400 InvalidDigest');
    accepted(await appendObject(test.context, body('2')));
    assert.deepEqual(await test.get('log'), Buffer.from('12'));
  });

  it('takes no key of the caller, which the page says it cannot', async () => {
    const outcome = await append(0, Buffer.from('x'), saying('KMS', { kmsMasterKeyId: 'mine' }));
    assert.equal(refused(outcome), '400 InvalidArgument');
  });
});

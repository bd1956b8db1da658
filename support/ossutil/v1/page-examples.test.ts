import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { OssClient } from '../../client/client.ts';
import { startReferenceStore, type ReferenceStore } from '../../reference-store/store.ts';
import { run, temporaryHome } from './testing/ossutil-run.ts';

/** The examples on the page of the command, verbatim except for the program's name, against the store of `serve`. */

let store: ReferenceStore;

before(async () => {
  store = await startReferenceStore({});
  const client = new OssClient({ ...store, addressing: 'path', signature: 'v4' });
  await client.send({ method: 'PUT', bucket: 'examplebucket', query: [], headers: [] }, store.principals.owner);
  await client.close();
});
after(() => store.close());

const elapsed = /^\n\d+\.\d{6}\(s\) elapsed\n$/;
const key = '9468da86-3509-4f8d-a61e-6eab1eac****';

const examples: readonly (readonly [line: string, prints: RegExp])[] = [
  ['bucket-encryption --method put oss://examplebucket --sse-algorithm AES256', elapsed],
  ['bucket-encryption --method get oss://examplebucket', /^SSEAlgorithm:AES256\n\n\n\n\d/],
  [`bucket-encryption --method put oss://examplebucket --sse-algorithm KMS --kms-masterkey-id ${key}`, elapsed],
  [
    'bucket-encryption --method get oss://examplebucket',
    /^SSEAlgorithm:KMS\nKMSMasterKeyID:9468da86-3509-4f8d-a61e-6eab1eac\*{4}\nKMSDataEncryption:\n\n\n\n\d/,
  ],
  ['bucket-encryption --method put oss://examplebucket --sse-algorithm KMS', elapsed],
  ['bucket-encryption --method get oss://examplebucket', /^SSEAlgorithm:KMS\nKMSMasterKeyID:\nKMSDataEncryption:\n/],
  ['bucket-encryption --method delete oss://examplebucket', elapsed],
  [
    'bucket-encryption --method put oss://examplebucket --sse-algorithm AES256 -e ENDPOINT -i ACCESS_KEY_ID  -k ACCESS_KEY_SECRET',
    elapsed,
  ],
];

test("the page's examples run one after the other as it says", async (t) => {
  const { endpoint, principals } = store;
  const { accessKeyId, accessKeySecret } = principals.owner;
  const home = temporaryHome(
    t,
    `[Credentials]\nendpoint=${endpoint}\naccessKeyID=${accessKeyId}\naccessKeySecret=${accessKeySecret}\n`,
  );
  for (const [line, prints] of examples) {
    const words = line
      .replace('ENDPOINT', endpoint)
      .replace('ACCESS_KEY_ID', accessKeyId)
      .replace('ACCESS_KEY_SECRET', accessKeySecret)
      .split(/ +/);
    const { exitCode, stdout, stderr } = await run(words, { home, clock: () => new Date() });
    assert.deepEqual([exitCode, stderr], [0, ''], `${line}: ${stdout}`);
    assert.match(stdout, prints, line);
  }
});

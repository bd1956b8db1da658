import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Behaviour } from '../behaviour.ts';
import type { BehaviourChanges } from '../deviation.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Answer } from '../http/answer.ts';
import type { HeaderPair } from '../http/store-request.ts';
import { ObjectClient } from './testing/object-client.ts';

const bytes = randomBytes(300_000);
const aes = { 'x-oss-server-side-encryption': 'AES256' };
const kms = { 'x-oss-server-side-encryption': 'KMS' };

/** A mistake of a vendor, and what shows it. */
interface Mistake {
  readonly title: string;
  readonly deviate: (behaviour: Behaviour) => BehaviourChanges;
  readonly show: (client: ObjectClient) => Promise<unknown>;
  readonly documented: unknown;
  readonly deviating: unknown;
}

/** Changes the successful answers to GetObject. */
function getting(change: (answer: Answer) => Answer): Mistake['deviate'] {
  return ({ answer: finish }) => ({
    answer: (answer, call) => {
      const finished = finish(answer, call);
      return call.operation?.name === 'GetObject' && answer.status === 200 ? change(finished) : finished;
    },
  });
}

function withContentLength(answer: Answer, change: (length: number) => number): Answer {
  const headers = answer.headers.map(([name, value]): HeaderPair => [
    name,
    name === 'Content-Length' ? String(change(Number(value))) : value,
  ]);
  return { ...answer, headers };
}

async function* flipped(body: Answer['body']): AsyncGenerator<Uint8Array> {
  if (body === null || body instanceof Uint8Array) return;
  for await (const chunk of body) yield chunk.map((byte) => byte ^ 1);
}

/** The rule does not reach objects that this operation creates. */
function ruleForgotten(operation: string): Mistake['deviate'] {
  return ({ objects }) => ({
    objects: {
      chooseEncryption: (question) =>
        objects.chooseEncryption(question.operation === operation ? { ...question, rule: null } : question),
    },
  });
}

async function putUnderRule(client: ObjectClient, headers: Record<string, string> = {}): Promise<string> {
  await client.setRule('AES256');
  await client.send('PUT', '/bkt/key', { body: bytes, headers });
  return (await client.send('HEAD', '/bkt/key')).encryption;
}

async function isOnDisk(client: ObjectClient): Promise<boolean> {
  const directory = join(client.under.store.dataDirectory, 'objects', 'bkt');
  const files = await Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name))));
  return files.some((content) => content.includes(bytes.subarray(0, 64)));
}

async function failure(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'none',
    () => 'the answer breaks off',
  );
}

const mistakes: readonly Mistake[] = [
  {
    title: 'stores plaintext although a rule is set',
    deviate: ({ objects }) => ({
      objects: { chooseEncryption: (question) => objects.chooseEncryption({ ...question, rule: null }) },
    }),
    show: async (client) => [await putUnderRule(client), await isOnDisk(client)],
    documented: ['AES256', false],
    deviating: ['none', true],
  },
  {
    title: 'echoes the header without encrypting',
    deviate: () => ({ objects: { encrypts: () => false } }),
    show: async (client) => [await putUnderRule(client), await isOnDisk(client)],
    documented: ['AES256', false],
    deviating: ['AES256', true],
  },
  {
    title: 'gives back other bytes',
    deviate: getting((answer) => ({ ...answer, body: flipped(answer.body) })),
    show: async (client) => {
      await client.send('PUT', '/bkt/key', { body: bytes });
      return (await client.send('GET', '/bkt/key')).body.equals(bytes);
    },
    documented: true,
    deviating: false,
  },
  {
    title: 'breaks the body off',
    deviate: getting((answer) => ({ ...answer, delivery: { cutAfter: 270_000 } })),
    show: async (client) => {
      await client.send('PUT', '/bkt/key', { body: bytes });
      return failure(client.send('GET', '/bkt/key'));
    },
    documented: 'none',
    deviating: 'the answer breaks off',
  },
  {
    title: 'announces the length of the ciphertext',
    deviate: getting((answer) => withContentLength(answer, (length) => length + 32)),
    show: async (client) => {
      await client.send('PUT', '/bkt/key', { body: bytes, headers: aes });
      return failure(client.send('GET', '/bkt/key', { headers: { Connection: 'close' } }));
    },
    documented: 'none',
    deviating: 'the answer breaks off',
  },
  ...(['CopyObject', 'AppendObject', 'InitiateMultipartUpload'] as const).map((operation): Mistake => ({
    title: `forgets the rule in ${operation}`,
    deviate: ruleForgotten(operation),
    show: async (client) => {
      await client.send('PUT', '/bkt/source', { body: 'x' });
      await client.setRule('AES256');
      const copied = await client.send('PUT', '/bkt/copy', { headers: { 'x-oss-copy-source': '/bkt/source' } });
      const appended = await client.send('POST', '/bkt/log?append&position=0', { body: 'x' });
      const initiated = await client.send('POST', '/bkt/big?uploads');
      return { CopyObject: copied, AppendObject: appended, InitiateMultipartUpload: initiated }[operation].encryption;
    },
    documented: 'AES256',
    deviating: 'none',
  })),
  {
    title: 'overlooks encryption headers where they do not belong',
    deviate: () => ({ objects: { misplacedEncryption: () => null } }),
    show: async (client) => {
      await client.send('PUT', '/bkt/key', { body: 'x' });
      return (await client.send('GET', '/bkt/key', { headers: aes })).outcome;
    },
    documented: '400 InvalidArgument',
    deviating: '200',
  },
  {
    title: 'does not tell the key id',
    deviate: ({ objects }) => ({
      objects: {
        encryptionHeaders: (report) => objects.encryptionHeaders(report).filter(([name]) => !name.endsWith('key-id')),
      },
    }),
    show: async (client) => (await client.send('PUT', '/bkt/key', { body: 'x', headers: kms })).encryption,
    documented: 'KMS with key id',
    deviating: 'KMS',
  },
  {
    title: 'lets the rule win over the object',
    deviate: ({ objects }) => ({
      objects: {
        chooseEncryption: (question) => question.rule ?? objects.chooseEncryption(question),
      },
    }),
    show: async (client) => putUnderRule(client, kms),
    documented: 'KMS with key id',
    deviating: 'AES256',
  },
  {
    title: 'tells the present rule of old objects',
    deviate: ({ objects }) => ({
      objects: {
        encryptionHeaders: (report) =>
          report.rule === null
            ? objects.encryptionHeaders(report)
            : [['x-oss-server-side-encryption', report.rule.algorithm]],
      },
    }),
    show: async (client) => {
      await client.send('PUT', '/bkt/key', { body: 'x' });
      await client.setRule('AES256');
      return (await client.send('HEAD', '/bkt/key')).encryption;
    },
    documented: 'none',
    deviating: 'AES256',
  },
  {
    title: 'hides old objects once there is a rule',
    deviate: () => ({
      objects: {
        hides: (record, rule) =>
          rule !== null && record.encryption === null
            ? new Refusal({ status: 403, code: 'AccessDenied', message: 'The object is not encrypted.' })
            : null,
      },
    }),
    show: async (client) => {
      await client.send('PUT', '/bkt/key', { body: 'x' });
      await client.setRule('AES256');
      return (await client.send('GET', '/bkt/key')).outcome;
    },
    documented: '200',
    deviating: '403 AccessDenied',
  },
];

describe('the objects’ behaviour', () => {
  for (const { title, deviate, show, documented, deviating } of mistakes) {
    it(`can be that of a store that ${title}`, async () => {
      const right = await ObjectClient.start();
      const deviation = { clause: 'OBJ-10', mistake: `It ${title}.`, caughtAs: '', deviate };
      const wrong = await ObjectClient.start({ deviation });
      try {
        assert.deepEqual([await show(right), await show(wrong)], [documented, deviating]);
      } finally {
        await right.close();
        await wrong.close();
      }
    });
  }
});

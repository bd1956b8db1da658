import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { constantFrom, record } from 'fast-check';
import { OssClient } from '../../client/client.ts';
import { readErrorDocument } from '../../client/error-document.ts';
import type { Exchange } from '../../client/exchange.ts';
import { headerValue, type OssRequest } from '../../client/request.ts';
import type { Sending } from '../../client/sending.ts';
import { UnsendableRequest } from '../../client/wire.ts';
import { startReferenceStore, type ReferenceStore } from '../../reference-store/store.ts';
import { asyncProperty } from './property.ts';
import { oddRequest } from './odd-requests.ts';

describe('the client and the store, over a socket', () => {
  let store: ReferenceStore;
  let client: OssClient;
  before(async () => {
    store = await startReferenceStore();
    const { endpoint, region } = store;
    client = new OssClient({ endpoint, region, addressing: 'path', signature: 'v4', limits: { answerMs: 10_000 } });
    await client.send({ method: 'PUT', bucket: 'bucket-1', query: [], headers: [] }, store.principals.owner);
  });
  after(async () => {
    await client.close();
    await store.close();
  });

  /** As any client would send it, or byte for byte if undici refuses it. */
  async function send(request: OssRequest, how: Sending): Promise<Exchange> {
    try {
      return await client.send(request, store.principals.owner, how);
    } catch (error) {
      if (!(error instanceof UnsendableRequest)) throw error;
      return client.send(request, store.principals.owner, { ...how, framing: 'as-is' });
    }
  }

  const requestStyles = record({
    signature: constantFrom<'v1' | 'v4'>('v1', 'v4'),
    placement: constantFrom<'header' | 'url'>('header', 'url'),
    addressing: constantFrom<'path' | 'virtual'>('path', 'virtual'),
  });

  asyncProperty(
    'agree on who asks, and every odd request has an answer with an id, which is no failure of the store',
    record({ request: oddRequest, how: requestStyles }),
    async ({ request, how }) => {
      const { outcome } = await send(request, how);
      assert.ok('answer' in outcome, JSON.stringify(outcome));
      const { answer } = outcome;
      assert.match(headerValue(answer.headers, 'x-oss-request-id') ?? '', /^[0-9A-F]{24}$/);
      assert.notEqual(answer.status, 500);
      const reading = readErrorDocument(answer);
      if ('error' in reading) assert.notEqual(reading.error.code, 'SignatureDoesNotMatch');
    },
  );
});

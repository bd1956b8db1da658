import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import { rawExchange } from '../testing/raw-exchange.ts';
import type { Answer } from './answer.ts';
import { emptyAnswer } from './answer.ts';
import { storeLimits } from './limits.ts';
import { Listener } from './listener.ts';
import type { Service } from './listener.ts';

const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

function refuse(): Answer {
  return emptyAnswer(400);
}

describe('a listener', () => {
  let listener: Listener;

  async function start(serve: Service['serve']): Promise<void> {
    listener = await Listener.start({ serve, refuse }, { host: '127.0.0.1', port: 0, limits: storeLimits });
  }
  afterEach(() => listener.close());

  it('answers a caller who has closed its sending side meanwhile', async () => {
    await start(async ({ socket }) => {
      await once(socket, 'end');
      return emptyAnswer(200);
    });
    const reply = await rawExchange(listener.port, request, {
      halfClose: true,
      until: (so) => so.includes('\r\n\r\n'),
    });
    assert.match(reply.text, /^HTTP\/1\.1 200 /);
  });

  it('hears out a caller whose body it does not want, so that the answer is not lost in a reset', async () => {
    await start(async () => emptyAnswer(400));
    const length = 12 * 1024 * 1024;
    const upload = `PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n${'a'.repeat(length)}`;
    const reply = await rawExchange(listener.port, upload);
    assert.match(reply.text, /^HTTP\/1\.1 400 [^]*Connection: close/);
    assert.equal(reply.ending, 'server');
  });

  it('drops the one connection whose answer fails, and serves on', async (context) => {
    const complaints = context.mock.method(console, 'error', () => {});
    let fails = true;
    await start(async () => {
      if (fails) throw new Error('broken');
      return emptyAnswer(200);
    });
    assert.equal((await rawExchange(listener.port, request)).text, '');
    assert.equal(complaints.mock.callCount(), 1);
    fails = false;
    const reply = await rawExchange(listener.port, request, { until: (so) => so.includes('\r\n\r\n') });
    assert.match(reply.text, /^HTTP\/1\.1 200 /);
  });

  it('drops the connection instead of writing an invalid header', async () => {
    await start(async () => emptyAnswer(200, [['x-bad', 'a\r\nb: c']]));
    assert.equal((await rawExchange(listener.port, request)).text, '');
  });
});

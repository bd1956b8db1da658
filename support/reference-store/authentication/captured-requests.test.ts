import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { rawExchange } from '../testing/raw-exchange.ts';
import { StoreUnderTest } from '../testing/store-under-test.ts';

interface CapturedRequest {
  readonly title: string;
  /** With the line endings of HTTP. */
  readonly bytes: string;
  readonly sentAt: Date;
  readonly isPresent: (text: string) => boolean;
}

const keys = { accessKeyId: 'AKIDEXAMPLE', accessKeySecret: 'SKEXAMPLE' };

function readCaptures(file: string): readonly CapturedRequest[] {
  const text = readFileSync(new URL(`captured-requests/${file}`, import.meta.url), 'utf8');
  return text.split(/^=== /m).slice(1).map(readCapture);
}

function readCapture(block: string): CapturedRequest {
  const [title = '', ...lines] = block.trimEnd().split('\n');
  const emptyLine = lines.indexOf('');
  const head = withServiceHost(title, emptyLine < 0 ? lines : lines.slice(0, emptyLine));
  const body = emptyLine < 0 ? '' : lines.slice(emptyLine + 1).join('\n');
  const bytes = `${head.join('\r\n')}\r\n\r\n${body}`;
  const date = /^(?:x-oss-)?date: (.*)$/im.exec(head.join('\n'))?.[1] ?? '';
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return { title, bytes, sentAt: new Date(iso), isPresent: (text) => head.some((line) => line.includes(text)) };
}

/**
 * The recorder's own name was that of the bucket's host. Path style on that name
 * means an object called `tb-1/`, so the eight path-style requests of ali-oss
 * are sent to the service's host instead. `Host` is not among what they sign.
 */
function withServiceHost(title: string, head: readonly string[]): readonly string[] {
  return title.startsWith('sld ')
    ? head.map((line) => line.replace('host: tb-1.oss-cn-hangzhou', 'host: oss-cn-hangzhou'))
    : head;
}

/** The right answers: all requests are signed correctly, but one algorithm does not exist. */
function expectedStatus({ bytes, isPresent }: CapturedRequest): readonly number[] {
  if (isPresent('PUT /')) return bytes.includes('<SSEAlgorithm>DES<') ? [400] : [200];
  return isPresent('DELETE /') ? [204] : [200, 404];
}

for (const file of ['ossutil-1.7.19.txt', 'ali-oss-6.23.0.txt']) {
  describe(`what ${file.replace(/-(?=\d)/, ' ').replace('.txt', '')} put on the wire`, () => {
    let store: StoreUnderTest;
    let now = new Date('2026-11-22T12:00:00Z');

    before(async () => {
      store = await StoreUnderTest.start({ clock: () => now, principals: { owner: keys } });
      assert.equal((await store.ask('PUT', '/tb-1')).status, 200);
    });
    after(() => store.close());

    const captures = readCaptures(file);
    it('is at hand', () => assert.ok(captures.length >= 24));

    for (const [index, capture] of captures.entries()) {
      it(`is accepted: ${index + 1}. ${capture.title}`, async () => {
        now = capture.sentAt;
        const reply = await rawExchange(store.port, capture.bytes, { until: (text) => /\r\n\r\n/.test(text) });
        const status = Number(/^HTTP\/1\.1 (\d+)/.exec(reply.text)?.[1]);
        assert.ok(expectedStatus(capture).includes(status), reply.text);
        assert.equal(store.store.requestLog.at(-1)?.principal, 'owner');
      });
    }
  });
}

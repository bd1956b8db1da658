import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Credentials } from '../client/credentials.ts';
import { says } from '../client/loopback/scripts.ts';
import { startScriptedServer } from '../client/loopback/scripted-server.ts';
import { clientOptionsOf } from '../harness/world/session.ts';
import { unmergedIn } from './recorder/recording-merge.ts';
import { NockNetwork } from './replay/nock-network.ts';
import { RecordingReader } from './replay/recording-reader.ts';
import { ReplayingClient } from './replay/replaying-client.ts';
import { ScenarioReplay } from './replay/scenario-replay.ts';
import { recordingPath, recordingsIn } from './format/recording-folder.ts';
import { describedTarget, placeholderTarget } from './format/placeholder-credentials.ts';
import {
  played,
  recordConversation,
  replayConversation,
  targetAt,
  type Script,
} from './testing/recorded-conversation.ts';

/** A server quotes the request and its secrets, in every place and encoding: none of it reaches the disk. */

const keys: Credentials = {
  accessKeyId: 'LTAI5tSecretKeyIdOfOwner',
  accessKeySecret: 'S3cr3t/of+the=owner&<who>',
  securityToken: 'CAIStoken+that/is==secret&long',
};

const directory = mkdtempSync(join(tmpdir(), 'recorded-secrets-'));
after(() => rmSync(directory, { recursive: true }));

const hex = (text: string): string => Buffer.from(text).toString('hex');
const spaced = (text: string): string =>
  hex(text)
    .toUpperCase()
    .replaceAll(/(..)(?!$)/gu, '$1 ');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const percent = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/gu, (character) => `%${hex(character).toUpperCase()}`);
const lowerCased = (escaped: string): string => escaped.replaceAll(/%../gu, (escape) => escape.toLowerCase());
const forUrls = (encoded: string): string => encoded.replaceAll('+', '-').replaceAll('/', '_');
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A document that quotes a text in every encoding that an element can hold. */
function documentOf(text: string): string {
  return `<Error><Code>AccessDenied</Code><Message>${xml(text)}</Message><A>${percent(text)}</A><B>${percent(percent(text))}</B><C>${spaced(text)}</C><D>${hex(text)}</D><E>${base64(text)}</E><F>${base64(`{"a":"${text}"}`)}</F><G>${lowerCased(percent(text))}</G><H>${Buffer.from(text).toString('base64url')}</H></Error>`;
}

/** Every way in which a request carries secrets. */
const carriers: Readonly<Record<string, Script>> = {
  'a V4 header': async (ask, { bucket, keys: own }) => {
    await ask({ method: 'GET', bucket, query: [['encryption']], headers: [] }, own);
  },
  'a V1 header': async (ask, { bucket, keys: own }) => {
    await ask({ method: 'GET', bucket, query: [['encryption']], headers: [] }, own, { signature: 'v1' });
  },
  'a V4 URL': async (ask, { bucket, keys: own }) => {
    await ask({ method: 'GET', bucket, query: [['encryption']], headers: [] }, own, { placement: 'url' });
  },
  'a V1 URL': async (ask, { bucket, keys: own }) => {
    const how = { signature: 'v1', placement: 'url' } as const;
    await ask({ method: 'GET', bucket, query: [['encryption']], headers: [] }, own, how);
  },
  'a signed URL that another client uses': async (ask, { bucket, keys: own, client }) => {
    const { request } = client.presign({ method: 'GET', bucket, query: [['encryption']], headers: [] }, own);
    await ask(request, null);
  },
  'a body': async (ask, { bucket, keys: own }) => {
    const body = Buffer.from(`OSSAccessKeyId=${own.accessKeyId}&x-oss-security-token=${own.securityToken}`);
    await ask({ method: 'POST', bucket, query: [], headers: [], body }, null);
  },
  'a form': async (ask, { bucket, keys: own }) => {
    const policy = base64('{"expiration":"2026-01-01T01:00:00.000Z","conditions":[]}');
    const fields = {
      OSSAccessKeyId: own.accessKeyId,
      'x-oss-security-token': own.securityToken ?? '',
      policy,
      Signature: createHmac('sha1', own.accessKeySecret).update(policy).digest('base64'),
    };
    const parts = Object.entries(fields).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const headers = [['Content-Type', 'multipart/form-data; boundary=b']] as const;
    await ask({ method: 'POST', bucket, query: [], headers, body: Buffer.from(`${parts.join('')}--b--\r\n`) }, null);
  },
};

/** Texts that must not be found, in any encoding. */
function secretsIn(request: string): readonly string[] {
  const signatures = [...request.matchAll(/(?:[Ss]ignature=|"Signature"\r\n\r\n|OSS [\w.]+:)([\w+/=%-]{20,})/gu)].map(
    ([, value = '']) => decodeURIComponent(value.replaceAll('+', '%2B')),
  );
  return [keys.accessKeyId, keys.accessKeySecret, keys.securityToken ?? '', 'k3v9q0z7xw', ...signatures];
}

function writingsOf(secret: string): readonly string[] {
  const aligned = [0, 1, 2].map((offset) =>
    base64(`${'x'.repeat(offset)}${secret}`).slice(
      Math.ceil((offset * 8) / 6),
      Math.floor(((offset + secret.length) * 8) / 6),
    ),
  );
  const escaped = [percent(secret), percent(percent(secret)), lowerCased(percent(secret)), xml(secret)];
  const plain = [secret, ...escaped, ...aligned, ...aligned.map(forUrls)];
  return [...plain, hex(secret), hex(secret).toUpperCase(), spaced(secret), spaced(secret).toLowerCase()];
}

for (const [carrier, script] of Object.entries(carriers))
  test(`what ${carrier} carries is in no recording, whatever a server quotes of it`, async (t) => {
    let request = '';
    const server = await startScriptedServer(t, (socket, bytes) => {
      request = bytes.toString('latin1');
      const secrets = secretsIn(request);
      const quoted = `${documentOf([request, ...secrets].join(' '))}<SignatureProvided>${secrets.at(-1)}</SignatureProvided>`;
      const headers = [
        `x-oss-err: ${base64(quoted)}`,
        `x-quoted: ${percent(request)}`,
        `x-raw: ${secretsIn(request).join(' ')}`,
      ];
      const head = `HTTP/1.1 403 Forbidden\r\n${headers.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(quoted)}\r\n\r\n`;
      says(head + quoted)(socket, bytes);
    });
    const target = targetAt(server.origin, keys);
    await recordConversation(target, directory, script);
    const text = readFileSync(join(directory, recordingPath(played)), 'utf8');
    const secrets = secretsIn(request);
    assert.ok(secrets.length > 4 || carrier === 'a body');
    for (const secret of secrets)
      for (const writing of writingsOf(secret))
        assert.ok(!text.includes(writing), `${writing} of ${secret} in ${text}`);
    // The recording still quotes all of it, with placeholders, and replays.
    assert.match(text, /owner-of-recordings/u);
    const network = await NockNetwork.open();
    const replay = new ScenarioReplay(new RecordingReader(directory), played);
    replay.begin();
    const client = new ReplayingClient(clientOptionsOf(placeholderTarget(describedTarget(target))), replay, network);
    await replayConversation(client, target, script);
    await client.close();
    await network.close();
    replay.end(null);
  });

test('a secret in bytes that are no text keeps the recording from being written', async (t) => {
  rmSync(join(directory, recordingPath(played)), { force: true });
  const body = Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from(keys.accessKeySecret)]);
  const server = await startScriptedServer(t, (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.write(body);
  });
  await assert.rejects(
    recordConversation(targetAt(server.origin, keys), directory, async (ask, { bucket }) => {
      await ask({ method: 'GET', bucket, key: 'object', query: [], headers: [] }, null);
    }),
    /would hold a secret of the target, and was not written/u,
  );
  assert.deepEqual(recordingsIn(directory), new Map());
  assert.ok(!existsSync(unmergedIn(directory)));
});

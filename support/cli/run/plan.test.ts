import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CliProcess, type CliEnd } from '../testing/cli-process.ts';

/** Preloaded into Node: it reports every socket that connects and every name that is looked up. */
const watch = `
import net from 'node:net';
import dns from 'node:dns';
import dgram from 'node:dgram';
const tell = (object, name) => {
  const original = object[name];
  object[name] = function (...given) {
    process.stderr.write('touched the network: ' + name + '\\n');
    return original.apply(this, given);
  };
};
tell(net.Socket.prototype, 'connect');
tell(dns, 'lookup');
tell(dgram.Socket.prototype, 'send');
`;

describe('what a command sends', () => {
  let store: Server;
  let connections = 0;
  let place: string;
  let target: string;

  before(async () => {
    store = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(store, 'listening');
    // A TCP server that listens has an address and a port.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const { port } = store.address() as AddressInfo;
    place = await mkdtemp(join(tmpdir(), 'plan-'));
    target = join(place, 'target.yaml');
    const keys = 'principals: { owner: { accessKeyId: id, accessKeySecret: secret } }';
    await writeFile(target, `endpoint: http://127.0.0.1:${port}\nregion: cn-hangzhou\n${keys}\n`);
  });
  after(async () => {
    store.close();
    await rm(place, { recursive: true });
  });

  function watched(...words: readonly string[]): Promise<CliEnd> {
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(watch)}`;
    return CliProcess.run([...words, '--target', target], { NODE_OPTIONS });
  }

  test('is nothing with --plan: no connection comes, no socket is connected, no name looked up, no file written', async () => {
    const { code, stdout, stderr } = await watched('run', '--plan', '--reports', join(place, 'reports'));
    assert.deepEqual([code, stderr, connections], [0, '', 0]);
    assert.match(stdout, /^would create /mu);
    assert.match(stdout, /\nnothing was sent\n$/u);
    assert.deepEqual(await readdir(place), ['target.yaml']);
  });

  test('would have been seen', async () => {
    const { stderr } = await watched('request', 'GET', 'oss://');
    assert.match(stderr, /^touched the network: connect$/mu);
    assert.equal(connections, 1);
  });
});

describe('the rights that --plan prints', () => {
  const example = fileURLToPath(new URL('../../../targets/public-cloud.yaml', import.meta.url));
  let text: string;
  let policy: string;

  before(async () => {
    text = await readFile(example, 'utf8');
    const names = [...text.matchAll(/\$\{(\w+)\}/gu)].map(([, name = '']) => name);
    const keys = Object.fromEntries(names.map((name) => [name, 'x']));
    ({ stdout: policy } = await CliProcess.run(['run', '--plan', '--target', example], keys));
  });

  test('allow the actions of each service on its own resources', () => {
    const statements = [...policy.matchAll(/"Action": \[([^\]]*)\],\s*"Resource": \[\s*"acs:(\w+):\*:\*:\*"/gu)];
    assert.deepEqual(
      statements.map(([, , service]) => service),
      ['kms', 'oss'],
    );
    for (const [, actions = '', service = ''] of statements)
      assert.deepEqual(new Set(actions.match(/(?<=")\w+(?=:)/gu)), new Set([service]));
  });

  test('are those that the example of the public cloud names', () => {
    assert.deepEqual(actionsIn(text), actionsIn(policy));
  });
});

function actionsIn(text: string): readonly string[] {
  return [...new Set(text.match(/\b(?:oss|kms):[A-Z][A-Za-z]*\*?/gu))].toSorted();
}

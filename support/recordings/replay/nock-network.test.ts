import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Answer } from '../../client/exchange.ts';
import { defaultLimits } from '../../client/limits.ts';
import type { WireRequest } from '../../client/request.ts';
import { sendOver } from '../../client/wire.ts';
import { NockNetwork } from './nock-network.ts';

const request: WireRequest = {
  origin: 'http://store.example',
  method: 'PUT',
  path: '/b/?encryption',
  headers: [
    ['Host', 'store.example'],
    ['Content-Length', '2'],
  ],
  body: Buffer.from('ab'),
};

const answer: Answer = {
  status: 404,
  headers: [
    ['Set-Cookie', 'a'],
    ['x-lower', 'é'],
    ['Set-Cookie', 'b'],
    ['Content-Length', '8'],
  ],
  body: Buffer.from('<Error/>'),
};

let network: NockNetwork;

before(async () => {
  network = await NockNetwork.open();
});
after(() => network.close());

/** What arrives of the answer through nock. */
async function played(expected: WireRequest, sent: WireRequest = expected): Promise<Answer> {
  const dispatcher = network.behind(
    (dispatch) => (given, handler) => dispatch(given, network.expect(expected, answer, handler)),
  );
  const outcome = await sendOver(dispatcher, sent, defaultLimits);
  assert.ok('answer' in outcome);
  return outcome.answer;
}

test('nock gives an answer with its raw headers and every byte, and that exchange counts as played', async () => {
  assert.equal(network.hasPlayed(request, answer), false);
  assert.deepEqual(await played(request), answer);
  assert.equal(network.hasPlayed(request, answer), true);
  network.requireNoStray();
});

test('a request that is not the expected one counts as nothing that is recorded, and is reported', async () => {
  const expected = { ...request, path: '/b/?acl' };
  assert.equal((await played(expected, request)).status, 501);
  assert.equal(network.hasPlayed(expected, answer), false);
  assert.throws(() => network.requireNoStray(), /^Error: nock got a request that no recording holds: PUT http/u);
});

test('an expected request that never comes is reported', () => {
  network.expect(request, answer, {});
  assert.throws(() => network.requireNoStray(), /^Error: nock never got a request that was recorded: PUT http/u);
});

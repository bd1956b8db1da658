import { OssClient, type OssClientOptions } from '../../client/client.ts';
import type { WireRequest } from '../../client/request.ts';
import { UnsendableRequest, type Outcome } from '../../client/wire.ts';
import { deliver, refuse, requestIn } from './delivery.ts';
import type { Network } from './network.ts';
import { isPlayable } from '../format/playable-exchange.ts';
import type { Replay } from './replay.ts';

/** A client whose requests are held against a recording on their way to the wire, and whose wire is nock's. */
export class ReplayingClient extends OssClient {
  constructor(options: Omit<OssClientOptions, 'dispatcher' | 'rawSocket'>, replay: Replay, network: Network) {
    const dispatcher = network.behind((dispatch) => (given, handler) => {
      const request = requestIn(given);
      const outcome = replay.take(request);
      if (outcome === null) return refuse(handler);
      if (!('answer' in outcome) || !isPlayable(request, outcome.answer)) return deliver(outcome, handler);
      network.expect(request, outcome.answer);
      return dispatch(given, handler);
    });
    super({ ...options, dispatcher, rawSocket: async (request) => answered(replay, request) });
  }
}

/** Raw sockets never meet undici, nor nock. */
function answered(replay: Replay, request: WireRequest): Outcome {
  const outcome = replay.take(request);
  if (outcome === null) throw new UnsendableRequest('it is not in the recording');
  return outcome;
}

import { OssClient, type OssClientOptions } from '../../client/client.ts';
import type { WireRequest } from '../../client/request.ts';
import { UnsendableRequest, type Outcome } from '../../client/wire.ts';
import { canNockPlay } from './nock-compatibility.ts';
import type { NockNetwork } from './nock-network.ts';
import type { ScenarioReplay } from './scenario-replay.ts';
import { deliver, refuse, requestIn } from './undici-dispatch.ts';

/** A client whose requests are compared with a recording, and answered by nock, the same exchange once. */
export class ReplayingClient extends OssClient {
  constructor(
    options: Omit<OssClientOptions, 'dispatcher' | 'rawSocket'>,
    replay: ScenarioReplay,
    network: NockNetwork,
  ) {
    const dispatcher = network.behind((dispatch) => (given, handler) => {
      const request = requestIn(given);
      const outcome = replay.outcomeOf(request);
      if (outcome === null) return refuse(handler);
      if (!('answer' in outcome) || !canNockPlay(request, outcome.answer)) return deliver(outcome, handler);
      if (network.hasPlayed(request, outcome.answer)) return deliver(outcome, handler);
      return dispatch(given, network.expect(request, outcome.answer, handler));
    });
    super({ ...options, dispatcher, rawSocket: async (request) => answered(replay, request) });
  }
}

/** Raw sockets bypass undici and nock. */
function answered(replay: ScenarioReplay, request: WireRequest): Outcome {
  const outcome = replay.outcomeOf(request);
  if (outcome === null) throw new UnsendableRequest('it is not in the recording');
  return outcome;
}

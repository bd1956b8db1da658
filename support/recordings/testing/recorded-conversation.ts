import { OssClient } from '../../client/client.ts';
import type { Credentials } from '../../client/credentials.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import type { Sending } from '../../client/sending.ts';
import { clientOptionsOf } from '../../harness/world/session.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';
import { capabilities, defaultLimits, type Target } from '../../harness/target/target.ts';
import { Archive } from '../recorder/archive.ts';
import { inRecordedTime } from '../format/recorded-time.ts';
import { Recorder } from '../recorder/recorder.ts';
import { ReenactingClient } from '../recorder/reenacting-client.ts';
import {
  describedTarget,
  recordedClock,
  recordedRun,
  placeholderPairs,
  placeholderTarget,
} from '../format/placeholder-credentials.ts';
import { Translation } from '../recorder/translation.ts';

/** For tests: what one scenario asks, as whoever plays it has it: the run's id in its names, the keys of the target. */
export type Script = (
  ask: (request: OssRequest, as: Credentials | null, how?: Sending) => Promise<Exchange>,
  names: { readonly bucket: string; readonly keys: Credentials; readonly client: OssClient },
) => Promise<void>;

export const played: PlayedScenario = { feature: 'features/f.feature', clause: 'PBE-25', name: 'Some', steps: 'abc' };

/** Ten characters, as a run's id has. */
const run = 'k3v9q0z7xw';

export function targetAt(endpoint: string, owner: Credentials): Target {
  return {
    name: 'store of a test',
    kind: 'endpoint',
    endpoint,
    region: 'cn-hangzhou',
    addressing: 'path',
    signature: 'v4',
    capabilities,
    principals: { owner },
    sts: null,
    kms: null,
    atRest: null,
    expected: [],
    limits: { ...defaultLimits, answerMs: 300 },
  };
}

/** Plays the script before the target and again before a recorder, and keeps the recording in the folder. */
export async function recordConversation(target: Target, directory: string, script: Script): Promise<void> {
  const mockStore = placeholderTarget(describedTarget(target));
  const heard: Exchange[] = [];
  const live = new OssClient(clientOptionsOf(target));
  await play(script, live, target, run, heard);
  await live.close();
  const recorder = new Recorder(() => heard, new Translation(placeholderPairs(run, target, mockStore), recordedClock));
  const again = new ReenactingClient(clientOptionsOf(mockStore), (exchange) => recorder.prompt(exchange));
  await inRecordedTime(recordedClock, () => play(script, again, mockStore, recordedRun, []));
  new Archive(directory, describedTarget(target), target).keep(played, { exchanges: recorder.exchanges, heard });
}

/** Plays the script with a client that stands for the recorded one. Returns what came of it. */
export async function replayConversation(
  client: OssClient,
  target: Target,
  script: Script,
): Promise<readonly Exchange[]> {
  const heard: Exchange[] = [];
  const mockStore = placeholderTarget(describedTarget(target));
  await inRecordedTime(recordedClock, () => play(script, client, mockStore, recordedRun, heard));
  return heard;
}

async function play(
  script: Script,
  client: OssClient,
  target: Target,
  runId: string,
  heard: Exchange[],
): Promise<void> {
  const { owner: keys } = target.principals;
  const ask = async (...given: Parameters<OssClient['send']>): Promise<Exchange> => {
    const exchange = await client.send(...given);
    heard.push(exchange);
    return exchange;
  };
  await script(ask, { bucket: `ossc-${runId}-1`, keys, client });
}

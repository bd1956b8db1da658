import { OssClient } from '../../client/client.ts';
import type { Credentials } from '../../client/credentials.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import type { Sending } from '../../client/sending.ts';
import { clientOptionsOf } from '../../harness/world/session.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';
import { capabilities, defaultLimits, type Target } from '../../harness/target/target.ts';
import { testTarget } from '../../harness/target/testing/test-target.ts';
import {
  describedTarget,
  placeholderTarget,
  recordedClock,
  recordedRun,
  recordedScenarioMark,
  replacements,
} from '../format/placeholder-credentials.ts';
import { inRecordedTime } from '../format/recorded-time.ts';
import { AnswerNormalizer } from '../recorder/answer-normalizer.ts';
import { OfflineClient } from '../recorder/offline-client.ts';
import { mergeRecordings } from '../recorder/recording-merge.ts';
import { RecordingWriter } from '../recorder/recording-writer.ts';
import { ScenarioRecorder } from '../recorder/scenario-recorder.ts';

/** For tests: the requests of one scenario, with the names and keys of the run that plays it. */
export type Script = (
  ask: (request: OssRequest, as: Credentials | null, how?: Sending) => Promise<Exchange>,
  names: { readonly bucket: string; readonly keys: Credentials; readonly client: OssClient },
) => Promise<void>;

export const played: PlayedScenario = { feature: 'features/f/a.feature', clause: 'PBE-25', name: 'Some', steps: 'abc' };

/** As long as those of a run. */
const [run, mark] = ['k3v9q0z7xw', '0a1b2c3d'];

export function targetAt(endpoint: string, owner: Credentials): Target {
  return testTarget(owner, { endpoint, capabilities, limits: { ...defaultLimits, answerMs: 300 } });
}

/** Plays the script against the target and again offline, and records it in the folder. */
export async function recordConversation(target: Target, directory: string, script: Script): Promise<void> {
  const recorded = placeholderTarget(describedTarget(target));
  const exchanges: Exchange[] = [];
  const live = new OssClient(clientOptionsOf(target));
  await play(script, live, target, `${run}-${mark}`, exchanges);
  await live.close();
  const constant = replacements({ run, mark, target }, recorded);
  const recorder = new ScenarioRecorder(() => exchanges, new AnswerNormalizer(constant, recordedClock));
  const again = new OfflineClient(clientOptionsOf(recorded), (exchange) => recorder.outcomeOf(exchange));
  await inRecordedTime(recordedClock, () => play(script, again, recorded, recordedPrefix, []));
  new RecordingWriter(directory, describedTarget(target), target).write(played, recorder.exchanges, exchanges);
  const { clause: id, feature, name } = played;
  mergeRecordings(directory, {
    clauses: [{ id, feature, scenarios: [{ name, line: 1, needs: [] }] }],
    subResources: [],
  });
}

const recordedPrefix = `${recordedRun}-${recordedScenarioMark}`;

/** Plays the script with a client that replays its recording. Returns its exchanges. */
export async function replayConversation(
  client: OssClient,
  target: Target,
  script: Script,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const recorded = placeholderTarget(describedTarget(target));
  await inRecordedTime(recordedClock, () => play(script, client, recorded, recordedPrefix, exchanges));
  return exchanges;
}

async function play(
  script: Script,
  client: OssClient,
  target: Target,
  prefix: string,
  exchanges: Exchange[],
): Promise<void> {
  const { owner: keys } = target.principals;
  const ask = async (...given: Parameters<OssClient['send']>): Promise<Exchange> => {
    const exchange = await client.send(...given);
    exchanges.push(exchange);
    return exchange;
  };
  await script(ask, { bucket: `ossc-${prefix}-1`, keys, client });
}

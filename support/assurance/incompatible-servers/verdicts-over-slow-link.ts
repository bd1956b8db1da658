import { startTarget } from '../../run/reference-target.ts';
import type { InProcessSuite } from '../in-process-suite.ts';
import { readScenarios } from './representative-scenarios.ts';
import { SlowLink } from './slow-link.ts';

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

/**
 * Half of the deadlines of a run, and a link of 80 Mbit/s in place of one of 40: an upload of 64 MiB takes longer than the
 * store may take to answer it.
 */
const bytesPerSecond = 10_000_000;

/** Returns a complaint for each scenario about an object of 64 MiB that is not conformant over a slow link. */
export async function judgeOverSlowLink(suite: InProcessSuite): Promise<readonly string[]> {
  const { target, close } = await startTarget('a store over a slow link', style);
  const link = await SlowLink.open(target.endpoint, bytesPerSecond);
  const large = (await readScenarios(['features/object-encryption/transparent-decryption.feature'])).filter(
    ({ name }) => name.includes('67108864'),
  );
  const seen = await suite.judgeStore(
    { target: { ...target, endpoint: link.origin }, close: () => link.close().then(close) },
    large,
  );
  if (seen.length === 0) return ['there is no scenario about an object of 64 MiB'];
  return seen
    .filter(({ verdict }) => verdict !== 'conformant')
    .map(({ clause, name, verdict, reason }) => `over a slow link: ${clause} ${name} is ${verdict}: ${reason}`);
}

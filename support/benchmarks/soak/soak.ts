import { memoryOf } from '../bench/programs.ts';
import { OssClient } from '../../client/client.ts';
import { ServedStore } from '../../reference-store/client-tests/served-store.ts';
import { IdleConnections } from './idle-connections.ts';
import { Latencies } from './latencies.ts';
import { MemoryCurve } from './memory-curve.ts';
import { sendSlowly } from './slow-sender.ts';
import { VerifyingClient } from './verifying-client.ts';
import { WrongAnswer } from './wrong-answer.ts';

/**
 * Keeps `serve`, in its own process, busy for some seconds (60, or the first argument) with clients that check every
 * answer: half of the time alone, half of it with ten thousand idle connections and twenty clients that send five bytes
 * a second. Prints the results, and exits with 1 if an answer was wrong or the memory of the store grew.
 */

const clients = 16;
const idle = 10_000;
const slow = 20;
/** MB within a phase. Ten thousand connections take some 200 MB of their own, all of it in the first quarter. */
const mostGrowth = 40;

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds > 0)) throw new Error('usage: npm run soak [-- SECONDS]');

const store = await ServedStore.start();
const { endpoint, region, target, processId } = store;
const client = new OssClient({ endpoint, region, addressing: 'path', signature: 'v4', limits: { answerMs: 10_000 } });
const { owner } = target.principals;
const wrong: string[] = [];
try {
  const memoryAtStart = await memoryOf(processId);
  const [alone, memoryAlone] = await Promise.all([drive('alone', seconds / 2), memoryFor(seconds / 2)]);
  const connections = await IdleConnections.open(store.port, idle);
  const { refusal } = connections;
  if (refusal !== null) {
    wrong.push(
      `only ${connections.standing} silent connections could be opened: ${refusal}; does \`ulimit -n\` allow more?`,
    );
    // The rest of the limit is for the other clients.
    connections.end();
  }
  const [inCompany, memoryInCompany] = await Promise.all([
    drive('in company', seconds / 2),
    memoryFor(seconds / 2),
    sendSlowlyFor(seconds / 2),
  ]);
  if (refusal === null) await connections.settle(idle, 10_000);
  const { standing, reopened } = connections;
  connections.end();
  print(`${clients} callers alone:  ${alone.summary()}`);
  print(`with the others:  ${inCompany.summary()}`);
  print(
    `the others: ${standing} silent connections stood at the end, ${reopened} were opened again; ${slow} slow callers`,
  );
  print(`memory of the store: ${memoryAtStart.toFixed(0)} MB at the start`);
  print(`  alone:            ${memoryAlone.summary()}; growth ${memoryAlone.growth.toFixed(1)} MB`);
  print(`  with the others:  ${memoryInCompany.summary()}; growth ${memoryInCompany.growth.toFixed(1)} MB`);
  for (const { growth } of [memoryAlone, memoryInCompany])
    if (growth > mostGrowth) wrong.push(`the memory of the store grew by ${growth.toFixed(0)} MB in half of a phase`);
  if (refusal === null && standing < idle)
    wrong.push(`only ${standing} of ${idle} silent connections stood at the end`);
} finally {
  await client.close();
  await store.stop();
}
for (const line of wrong.slice(0, 20)) print(`wrong: ${line}`);
print(`soak: ${seconds} s, ${wrong.length} errors`);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Clients that send requests until the time is over and leave nothing behind. */
async function drive(when: string, forSeconds: number): Promise<Latencies> {
  const latencies = new Latencies();
  const end = performance.now() + forSeconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      const verifying = new VerifyingClient(
        client,
        owner,
        `soak-${when.replaceAll(' ', '-')}-${index}`,
        ({ durationMs }) => latencies.add(durationMs),
      );
      await noting(async () => {
        await verifying.setUp();
        while (performance.now() < end) await verifying.step();
        await verifying.tearDown();
      });
    }),
  );
  return latencies;
}

function memoryFor(forSeconds: number): Promise<MemoryCurve> {
  return MemoryCurve.over(forSeconds, () => memoryOf(processId));
}

async function sendSlowlyFor(forSeconds: number): Promise<void> {
  const bucket = 'soak-slow';
  await client.send({ method: 'PUT', bucket, query: [], headers: [] }, owner);
  const signal = AbortSignal.timeout(forSeconds * 1_000);
  await Promise.all(
    Array.from({ length: slow }, async (_, index) => {
      while (!signal.aborted) await noting(() => sendSlowly(client, owner, { bucket, key: `slow ${index}` }, signal));
    }),
  );
}

/** Keeps count of wrong answers; anything else is a fault of the soak, and ends it. */
async function noting(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof WrongAnswer)) throw error;
    wrong.push(error.message);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

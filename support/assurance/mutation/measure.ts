import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { conclude } from '../conclusion.ts';
import { readFloors, writeFloors } from './floor.ts';
import { tryMutants } from './mutant-runs.ts';
import { mutationReport, writeMutationReport } from './mutation-report.ts';
import { mutationScorePage } from './mutation-score-page.ts';
import { countFates, fallsBelow, raisedFloor, scoreOf } from './mutation-score.ts';
import { instrumentStore } from './mutants.ts';
import { oneIn, proofSample } from './sample.ts';
import { SurvivorVerdicts } from './survivor-verdicts.ts';
import { digestOf, TriedSoFar } from './tried-so-far.ts';

/**
 * Measures the mutation score: tries all mutants, or one in as many as the first argument says, and writes
 * `reports/mutation.json`, `docs/mutation-score.md` and, after all mutants, the floor. Ends with 1 where a share fell. One
 * that is interrupted goes on where it was.
 */
const count = Number(process.argv[2] ?? 1);
if (!Number.isInteger(count) || count < 1) throw new Error('usage: npm run mutation [-- ONE_IN]');
const root = new URL('../../../', import.meta.url);
const verdicts = await SurvivorVerdicts.read(new URL('survivors.yaml', import.meta.url));
const store = await instrumentStore();
const chosen = store.mutants.filter(oneIn(count));
const kept = await TriedSoFar.open(
  fileURLToPath(new URL('reports/mutation-so-far.jsonl', root)),
  await digestOf(store),
);
const before = chosen.flatMap((mutant) => kept.of(mutant) ?? []);
let done = before.length;
if (done > 0) process.stderr.write(`${done} of ${chosen.length} mutants were tried before\n`);
const now = await tryMutants(store, (mutant) => oneIn(count)(mutant) && kept.of(mutant) === undefined, {
  onTried(one) {
    kept.add(one);
    done += 1;
    if (done % 100 === 0) process.stderr.write(`${done} of ${chosen.length} mutants\n`);
  },
});
const tried = [...before, ...now];
await writeMutationReport(fileURLToPath(new URL('reports/mutation.json', root)), mutationReport(store, tried));
await writeFile(
  new URL('docs/mutation-score.md', root),
  mutationScorePage({ total: store.mutants.length, tried, verdicts }),
);
await kept.forget();
const { killed, survived } = countFates(tried);
conclude(
  `mutation: ${tried.length} mutants, ${killed} killed, ${survived} survived, `,
  count === 1 ? await complaintsOfWhole() : [],
);

async function complaintsOfWhole(): Promise<readonly string[]> {
  const floors = await readFloors();
  const sample = tried.filter(({ mutant }) => oneIn(proofSample)(mutant));
  const falls = fallsBelow(scoreOf(tried), floors.whole);
  await writeFloors({
    whole: raisedFloor(floors.whole, scoreOf(tried)),
    sample: raisedFloor(floors.sample, scoreOf(sample)),
  });
  const unkilled = tried.filter(({ fate }) => fate !== 'killed').map(({ mutant }) => mutant);
  const stale = verdicts.staleAmong(unkilled);
  return [...falls, ...stale.map(({ why }) => `survivors.yaml: the entry "${why}" matches no mutant`)];
}

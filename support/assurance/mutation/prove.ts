import { conclude } from '../conclusion.ts';
import { readFloors } from './floor.ts';
import { tryMutants } from './mutant-runs.ts';
import { instrumentStore } from './mutants.ts';
import { countFates, fallsBelow, scoreOf } from './mutation-score.ts';
import { oneIn, proofSample } from './sample.ts';
import { SurvivorVerdicts } from './survivor-verdicts.ts';

/** Tries the sample of the proof: no share may be below the floor. On a fall, the survivors without a verdict are listed. */
const tried = await tryMutants(await instrumentStore(), oneIn(proofSample));
const falls = fallsBelow(scoreOf(tried), (await readFloors()).sample);
const verdicts = await SurvivorVerdicts.read(new URL('survivors.yaml', import.meta.url));
const unread = tried
  .filter(({ fate, mutant }) => fate === 'survived' && verdicts.of(mutant) === null)
  .map(
    ({ mutant: { file, start, original, replacement } }) =>
      `survived: ${file}:${start.line}: ${original} → ${replacement}`,
  );
const { killed, survived } = countFates(tried);
conclude(
  `mutation: ${tried.length} mutants, ${killed} killed, ${survived} survived, `,
  falls.length === 0 ? [] : [...falls, ...unread],
);

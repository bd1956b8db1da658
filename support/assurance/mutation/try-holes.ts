import { conclude } from '../conclusion.ts';
import { tryMutants } from './mutant-runs.ts';
import { instrumentStore } from './mutants.ts';
import { SurvivorVerdicts } from './survivor-verdicts.ts';

/**
 * Tries the mutants that `survivors.yaml` calls holes again, all of them or those of files whose path begins with the
 * first argument, and says what came of each. Complains about those that are killed now: their entry can go.
 */
const [prefix = ''] = process.argv.slice(2);
const verdicts = await SurvivorVerdicts.read(new URL('survivors.yaml', import.meta.url));
const tried = await tryMutants(
  await instrumentStore(),
  (mutant) => mutant.file.startsWith(prefix) && verdicts.of(mutant)?.verdict === 'hole',
  {
    onTried({ mutant: { file, start, original, replacement }, fate, why }) {
      console.log(
        `${fate}: ${file}:${start.line}:${start.column}: ${original} → ${replacement}${why === null ? '' : ` (${why})`}`,
      );
    },
  },
);
const killed = tried.filter(({ fate }) => fate === 'killed').map(({ mutant }) => verdicts.of(mutant)?.why ?? '');
conclude(
  `mutation: ${tried.length} changes tried again, ${killed.length} of them killed now, `,
  [...new Set(killed)].map((why) => `no hole any more: ${why}`),
);

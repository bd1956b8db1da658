import { fileURLToPath } from 'node:url';
import type { Measurement } from '../measurement.ts';
import { timeProgram } from '../programs.ts';

const program = fileURLToPath(new URL('../../soak/soak.ts', import.meta.url));
const seconds = 30;

export default {
  title: 'The store under soak',
  explanation: `\`npm run soak -- ${seconds}\`: sixteen clients that check every answer, half of the time alone, half of it with ten
thousand idle connections. The growth is how far the lowest reading of the memory in the last quarter of a half is above
the highest of the second quarter; it is negative where the memory falls. \`npm run soak -- 600\` is the ten minutes that
show whether the memory is flat.`,

  async *measure() {
    const { said } = await timeProgram([program, String(seconds)], process.cwd(), [0, 1]);
    const growths = [...said.matchAll(/; growth (-?[\d.]+) MB$/gmu)].map(([, growth]) => Number(growth));
    yield {
      what: 'growth of the store under soak, the larger of both halves',
      samples: growths.length === 2 ? [Math.max(...growths)] : [],
      unit: 'MB',
      aim: { atMost: 40 },
      behind: said.trim().split('\n').at(-1) ?? 'the soak said nothing',
    };
  },
} satisfies Measurement;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-01',
  mistake: 'Writes Date in ISO 8601, the format of dates in its documents.',
  caughtAs: 'of the form',
  deviate: () => ({
    answer: (answer) => ({
      ...answer,
      headers: answer.headers.map(([name, value]) =>
        name === 'Date' ? [name, new Date(value).toISOString()] : [name, value],
      ),
    }),
  }),
} satisfies Deviation;

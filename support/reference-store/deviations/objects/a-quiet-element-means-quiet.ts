import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-02',
  mistake: 'Checks whether there is a Quiet element, but not its value.',
  caughtAs: 'expected an XML body, got',
  deviate: ({ objects }) => ({
    objects: {
      deletion: (asked) => {
        const deletion = objects.deletion(asked);
        if (deletion instanceof Refusal) return deletion;
        return { ...deletion, isQuiet: Buffer.from(asked.body).includes('<Quiet>') };
      },
    },
  }),
} satisfies Deviation;

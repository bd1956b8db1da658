import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-02',
  mistake: 'Creates an id when it starts and puts it on every answer.',
  caughtAs: 'unique',
  deviate: ({ requestId }) => {
    const id = requestId(new Date());
    return { requestId: () => id };
  },
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-17',
  mistake: 'Escapes in the answer only the characters that XML itself uses.',
  caughtAs: 'in /DeleteResult/Deleted/Key instead of',
  deviate: ({ objects }) => ({
    objects: {
      deletionAnswer: (deletion, deleted) => {
        const answer = objects.deletionAnswer(deletion, deleted);
        if (!(answer.body instanceof Uint8Array)) return answer;
        return { ...answer, body: Buffer.from(Buffer.from(answer.body).toString().replaceAll('&#13;', '\r')) };
      },
    },
  }),
} satisfies Deviation;

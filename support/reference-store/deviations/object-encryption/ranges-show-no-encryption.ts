import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-44',
  mistake: 'Writes the encryption headers where it sends a whole object, and not a part of it.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  deviate: () => ({
    answer(answer, { operation }) {
      if (operation?.name !== 'GetObject' || answer.status !== 206) return answer;
      return { ...answer, headers: answer.headers.filter(([name]) => !name.startsWith('x-oss-server-side-')) };
    },
  }),
} satisfies Deviation;

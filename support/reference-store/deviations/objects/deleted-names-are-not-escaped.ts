import { xmlAnswer } from '../../http/answer.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-07',
  mistake:
    'Puts the keys into the answer without escaping them, so that it is broken XML after the deletion has happened.',
  caughtAs: 'expected an XML body, got',
  deviate: ({ objects }) => ({
    objects: {
      deletionAnswer: (deletion, deleted) => {
        if (deletion.isQuiet || deletion.isEncoded) return objects.deletionAnswer(deletion, deleted);
        const names = deleted.map(({ key }) => `<Deleted><Key>${key}</Key></Deleted>`);
        return xmlAnswer(200, `<DeleteResult>${names.join('')}</DeleteResult>`);
      },
    },
  }),
} satisfies Deviation;

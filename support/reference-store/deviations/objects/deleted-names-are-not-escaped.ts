import { xmlAnswer } from '../../http/answer.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'DMO-07',
  mistake: 'Writes the keys into the answer without escaping them: the objects are deleted, but the answer is not XML.',
  caughtAs: 'expected an XML body, got',
  alsoCaughtBy: {
    'DMO-17': 'a carriage return is not escaped either',
  },
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

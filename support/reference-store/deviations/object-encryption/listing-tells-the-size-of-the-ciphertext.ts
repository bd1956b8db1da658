import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-46',
  mistake: "Lists the sizes of the files on the disk, which include the cipher's 16-byte tag.",
  caughtAs: 'expected a Size of 300000 in the listing, got 300016',
  alsoCaughtBy: {
    'LSO-06': 'it compares the size of unencrypted objects, which are listed with the tag, too',
    'LSO-38': 'it looks for the new size of an unencrypted object, which is listed with the tag, too',
    'LSO-04': 'unencrypted objects are listed with the tag, too',
  },
  deviate: () => ({
    answer(answer, { operation }) {
      const { body } = answer;
      if (operation?.name !== 'ListObjects' || !(body instanceof Uint8Array)) return answer;
      const text = Buffer.from(body)
        .toString()
        .replaceAll(/<Size>(\d+)<\/Size>/gu, (_whole, size: string) => `<Size>${Number(size) + 16}</Size>`);
      return { ...answer, body: Buffer.from(text) };
    },
  }),
} satisfies Deviation;

import { headerValue } from '../../http/store-request.ts';
import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';
import { decryptedWrong } from '../../wrong-decryption.ts';

const blockBytes = 65_536;

export default {
  clause: 'OBJ-26',
  mistake:
    'Starts every 64 KiB block of an encrypted object with the counter of the first, so larger objects come back as noise.',
  caughtAs: 'bytes that were uploaded, got other bytes',
  alsoCaughtBy: forOneReason('it reads objects of more than 64 KiB', 'OBJ-42', 'OBJ-43', 'OBJ-44', 'OBJ-49'),
  deviate: () => ({
    answer(answer, { operation }) {
      const isEncrypted = headerValue(answer.headers, 'x-oss-server-side-encryption') !== undefined;
      if (operation?.name !== 'GetObject' || !isEncrypted) return answer;
      return decryptedWrong(answer, (at) => at >= blockBytes);
    },
  }),
} satisfies Deviation;

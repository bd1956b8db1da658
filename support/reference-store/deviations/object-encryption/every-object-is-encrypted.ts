import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

const aes256 = { algorithm: 'AES256', kmsMasterKeyId: null, kmsDataEncryption: null } as const;

export default {
  clause: 'OBJ-10',
  mistake: 'Encrypts every object with AES256 and says so, with or without a rule, as S3 has done since 2023.',
  caughtAs: 'expected x-oss-server-side-encryption: (none), got AES256',
  alsoCaughtBy: forOneReason(
    'it has an object that nothing encrypts',
    'DBE-09',
    'OBJ-16',
    'OBJ-18',
    'OBJ-20',
    'OBJ-21',
    'OBJ-22',
  ),
  deviate: ({ objects }) => ({
    objects: {
      chooseEncryption: (question) => objects.chooseEncryption({ ...question, rule: question.rule ?? aes256 }),
    },
  }),
} satisfies Deviation;

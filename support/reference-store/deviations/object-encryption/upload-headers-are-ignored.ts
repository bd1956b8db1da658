import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

const nothing = { algorithm: null, kmsMasterKeyId: null, kmsDataEncryption: null };

export default {
  clause: 'OBJ-01',
  mistake: 'Ignores the encryption headers of an upload as unknown and stores the object unencrypted.',
  caughtAs: 'expected the header x-oss-server-side-encryption, got none',
  alsoCaughtBy: {
    ...forOneReason(
      'it is about what the headers of an upload do',
      'OBJ-02',
      'OBJ-03',
      'OBJ-05',
      'OBJ-07',
      'OBJ-08',
      'OBJ-09',
      'OBJ-11',
      'OBJ-12',
      'OBJ-16',
      'OBJ-17',
      'OBJ-19',
      'OBJ-20',
      'OBJ-21',
      'OBJ-22',
      'OBJ-30',
      'OBJ-31',
      'OBJ-35',
    ),
    'OBJ-41': 'its upload with a wrong data cipher is accepted',
    'OBJ-44': 'it uploads with a key and a data cipher and looks for both',
    'OBJ-47': 'a signed URL uploads with the header',
    'OBJ-49': 'it looks at the encryption of copies',
  },
  deviate: ({ objects }) => ({
    objects: { chooseEncryption: (question) => objects.chooseEncryption({ ...question, requested: nothing }) },
  }),
} satisfies Deviation;

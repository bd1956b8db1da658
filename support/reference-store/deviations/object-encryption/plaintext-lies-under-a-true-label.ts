import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-35',
  mistake: 'Labels objects in every answer as the rule says, and stores them unencrypted.',
  caughtAs: 'expected ciphertext on the disk, got the plaintext in a file',
  deviate: () => ({ objects: { encrypts: () => false } }),
} satisfies Deviation;

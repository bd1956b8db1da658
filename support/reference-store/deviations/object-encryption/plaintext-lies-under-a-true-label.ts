import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-35',
  mistake: 'Labels objects as the rule says, in every answer, and stores them as they came.',
  caughtAs: 'expected ciphertext on the disk, got the plaintext in a file',
  deviate: () => ({ objects: { encrypts: () => false } }),
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-35',
  mistake: 'Takes SM4 for the sake of compatibility; its library has no such cipher, and the bytes stay as they are.',
  caughtAs: 'expected ciphertext on the disk, got the plaintext in a file',
  deviate: () => ({ objects: { encrypts: ({ dataAlgorithm }) => dataAlgorithm !== 'SM4' } }),
} satisfies Deviation;

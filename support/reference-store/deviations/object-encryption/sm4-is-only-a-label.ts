import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-35',
  mistake: 'Accepts SM4 for compatibility; its library has no such cipher, so the bytes are stored as they are.',
  caughtAs: 'expected ciphertext on the disk, got the plaintext in a file',
  deviate: () => ({ objects: { encrypts: ({ dataAlgorithm }) => dataAlgorithm !== 'SM4' } }),
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-35',
  mistake: 'Encrypts with its own key; the code that asks a key management service does not exist yet.',
  caughtAs: 'expected ciphertext on the disk, got the plaintext in a file',
  deviate: () => ({ objects: { encrypts: ({ method }) => method !== 'KMS' } }),
} satisfies Deviation;

import type { Deviation } from '../deviation.ts';

export default {
  clause: 'AUTH-37',
  mistake: 'Looks the access key up and leaves the signature unchecked, as emulators do.',
  caughtAs: '200',
  deviate: () => ({ authentication: { matches: () => true } }),
} satisfies Deviation;

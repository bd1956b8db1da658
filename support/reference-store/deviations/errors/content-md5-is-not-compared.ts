import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-25',
  mistake: 'Signs Content-MD5 but never compares it with the body.',
  caughtAs: '200',
  deviate: () => ({ body: { digest: () => null } }),
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-23',
  mistake: 'Builds the canonical headers from those it finds, and does not ask whether each named header is there.',
  caughtAs: '200',
  deviate: () => ({ authentication: { additionalHeaders: () => null } }),
} satisfies Deviation;

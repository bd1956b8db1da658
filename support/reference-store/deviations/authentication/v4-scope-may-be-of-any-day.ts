import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-25',
  mistake: 'Derives the key from whatever the scope has in the place of the day, and never reads it as one.',
  caughtAs: '204',
  alsoCaughtBy: { 'AUTH-51': 'it has such a scope in a V4 URL' },
  deviate: () => ({ authentication: { scopeDay: () => null } }),
} satisfies Deviation;

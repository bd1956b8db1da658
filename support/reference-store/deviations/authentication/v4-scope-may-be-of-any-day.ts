import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-25',
  mistake: 'Derives the key from the day in the scope but never compares it with the date, so keys never expire.',
  caughtAs: '204',
  alsoCaughtBy: { 'AUTH-51': 'it has such a scope in a V4 URL' },
  deviate: () => ({ authentication: { scopeDay: () => null } }),
} satisfies Deviation;

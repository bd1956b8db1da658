import { changeAuthorization } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-50',
  mistake: 'Looks up the pairs it knows in Authorization and ignores the others.',
  caughtAs: 'got 204',
  deviate: ({ authentication }) => ({
    authentication: changeAuthorization(authentication, (text) => text.replace(/,Colour=[^,]*/g, '')),
  }),
} satisfies Deviation;

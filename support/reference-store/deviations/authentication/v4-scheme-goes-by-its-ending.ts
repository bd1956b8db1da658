import { changeAuthorization } from '../../signature-deviations.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-48',
  mistake: 'Looks for a scheme that contains "Credential=" and takes it for V4, whatever its name.',
  caughtAs: 'got 204',
  deviate: ({ authentication }) => ({
    authentication: changeAuthorization(authentication, (text) =>
      text.replace(/^[^ ]+(?= Credential=)/, 'OSS4-HMAC-SHA256'),
    ),
  }),
} satisfies Deviation;

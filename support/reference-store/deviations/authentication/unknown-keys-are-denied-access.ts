import { Refusal } from '../../errors/refusal.ts';
import { forOneReason } from '../../deviation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-36',
  mistake: 'Answers AccessDenied to unknown keys, so as not to reveal which keys exist.',
  caughtAs: 'AccessDenied',
  alsoCaughtBy: forOneReason(
    'its unknown keys are answered so, too',
    'AUTH-10',
    'PBE-34',
    'AUTH-59',
    'AUTH-60',
    'POST-01',
    'POST-02',
  ),
  deviate: ({ authentication }) => ({
    authentication: {
      accessKey(claim, found) {
        const key = authentication.accessKey(claim, found);
        return key instanceof Refusal ? key.with({ code: 'AccessDenied' }) : key;
      },
    },
  }),
} satisfies Deviation;

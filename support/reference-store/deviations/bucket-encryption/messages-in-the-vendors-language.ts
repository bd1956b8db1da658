import { forOneReason } from '../../deviation.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-26',
  mistake: 'Translates the messages about encryption rules, because people read them.',
  caughtAs: 'got "指定的加密请求无效"',
  alsoCaughtBy: forOneReason('its message is documented too', 'PBE-28', 'PBE-30'),
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule(proposal) {
        const validation = encryption.validateRule(proposal);
        return validation instanceof Refusal ? validation.with({ message: '指定的加密请求无效' }) : validation;
      },
    },
  }),
} satisfies Deviation;

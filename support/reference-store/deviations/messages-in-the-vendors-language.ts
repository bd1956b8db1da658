import { forOneReason } from '../deviation.ts';
import type { Deviation } from '../deviation.ts';

export default {
  clause: 'PBE-26',
  mistake: 'Translates the messages, since people read them.',
  caughtAs: 'got "指定的加密请求无效"',
  alsoCaughtBy: forOneReason(
    'its message is documented too',
    'PBE-28',
    'PBE-30',
    'PBE-33',
    'GBE-11',
    'GBE-12',
    'DBE-05',
  ),
  deviate: ({ errors }) => ({
    errors: { refusal: (refusal, call) => errors.refusal(refusal, call).with({ message: '指定的加密请求无效' }) },
  }),
} satisfies Deviation;

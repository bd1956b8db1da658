import { Refusal } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'OBJ-11',
  mistake: 'Decrypts everything it reads from a bucket with a rule, and fails on objects stored before the rule.',
  caughtAs: 'got 403 AccessDenied',
  deviate: () => ({
    objects: {
      hides: (record, rule) =>
        rule !== null && record.encryption === null
          ? new Refusal({ status: 403, code: 'AccessDenied', message: 'The object is not encrypted.' })
          : null,
    },
  }),
} satisfies Deviation;

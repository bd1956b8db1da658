import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-40',
  mistake:
    'Compares the account of the caller with that of the bucket, and has no policies: a sub-account may do everything.',
  caughtAs: 'expected 403 AccessDenied, got 200',
  alsoCaughtBy: {
    'GBE-21': 'reading takes a right, too',
    'DBE-11': 'deleting takes a right, too',
    'GBI-10': 'the bucket info takes a right, too',
    'AUTH-65': 'objects take rights, too',
  },
  deviate: ({ authorize }) => ({
    authorize: (question, call) => {
      const { principal } = question;
      const account = principal.kind === 'ram-user' ? ({ ...principal, kind: 'account' } as const) : principal;
      return authorize({ ...question, principal: account }, call);
    },
  }),
} satisfies Deviation;

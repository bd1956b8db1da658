import { invalidArgument } from '../../errors/refusal.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'PBE-20',
  mistake: 'Looks up the key when the rule is set, and refuses a key that does not exist.',
  caughtAs: 'expected the request to be accepted, got 400 InvalidArgument',
  alsoCaughtBy: { 'ENV-33': 'it reads back a key id, too' },
  deviate: ({ encryption }) => ({
    encryption: {
      validateRule: (proposal) =>
        proposal.algorithm === 'KMS' && proposal.kmsMasterKeyId && !/^[0-9a-f-]{36}$/u.test(proposal.kmsMasterKeyId)
          ? invalidArgument('The specified parameter KMS keyId is not valid.')
          : encryption.validateRule(proposal),
    },
  }),
} satisfies Deviation;

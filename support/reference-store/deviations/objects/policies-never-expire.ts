import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-04',
  mistake: 'Reads the expiration of a policy and does not compare it with the clock.',
  caughtAs: '204',
  deviate: ({ objects }) => ({
    objects: { formFields: (policy, fields) => objects.formFields(policy, fields, new Date(0)) },
  }),
} satisfies Deviation;

import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-05',
  mistake: 'Checks the signature of a policy and none of its conditions.',
  caughtAs: '204',
  deviate: ({ objects }) => ({
    objects: { formFields: (policy, fields, now) => objects.formFields({ ...policy, conditions: [] }, fields, now) },
  }),
} satisfies Deviation;

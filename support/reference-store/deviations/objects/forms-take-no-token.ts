import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'POST-02',
  mistake: 'Looks for the security token in the headers only, which a form does not have.',
  caughtAs: '403',
  deviate: ({ objects }) => ({
    objects: {
      formPrincipal: (context, fields) =>
        objects.formPrincipal(context, new Map([...fields].filter(([name]) => name !== 'x-oss-security-token'))),
    },
  }),
} satisfies Deviation;

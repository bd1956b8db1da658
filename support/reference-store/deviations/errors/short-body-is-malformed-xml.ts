import type { Deviation } from '../../deviation.ts';
import { Refusal } from '../../errors/refusal.ts';

export default {
  clause: 'ENV-15',
  mistake: 'Passes the part of a body that arrived to the parser, whose error goes to the caller.',
  caughtAs: 'MalformedXML',
  deviate: () => ({
    body: {
      broken: () =>
        new Refusal({
          status: 400,
          code: 'MalformedXML',
          message: 'The XML you provided was not well-formed or did not validate against our published schema.',
        }),
    },
  }),
} satisfies Deviation;

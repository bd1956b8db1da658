import type { Deviation } from '../../deviation.ts';
import { Refusal } from '../../errors/refusal.ts';

export default {
  clause: 'ENV-14',
  mistake: 'Answers a request without Content-Length with 400, like any other request that it cannot read.',
  caughtAs: 'got 400 MissingContentLength',
  deviate: ({ body }) => ({
    body: {
      framing(...request) {
        const refusal = body.framing(...request);
        if (refusal === null) return null;
        return new Refusal({
          status: 400,
          code: 'MissingContentLength',
          message: 'The length of the body is missing.',
        });
      },
    },
  }),
} satisfies Deviation;

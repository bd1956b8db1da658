import { Refusal } from '../../errors/refusal.ts';
import type { Answer } from '../../http/answer.ts';
import type { ServiceCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-09',
  mistake: 'Names the first bucket of the next page as NextMarker, and begins that page after it.',
  caughtAs: 'expected each bucket on a page, got pages without one of them',
  alsoCaughtBy: {
    'LSB-10': 'the marker is not the last name of the page',
  },
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'ListBuckets' || operation.scope !== 'service')
        return operation;
      return {
        ...operation,
        async run(call: ServiceCall) {
          const answer = await operation.run(call);
          const last = answer instanceof Refusal ? undefined : nextMarkerIn(answer);
          if (answer instanceof Refusal || last === undefined) return answer;
          const query = call.request.query.filter(([name]) => name !== 'marker');
          const after = { ...call, request: { ...call.request, query: [...query, ['marker', last] as const] } };
          const following = await operation.run(after);
          const first = following instanceof Refusal ? undefined : /<Name>([^<]*)</u.exec(textOf(following))?.[1];
          const text = textOf(answer).replace(/(<NextMarker>)[^<]*/u, `$1${first ?? last}`);
          return { ...answer, body: Buffer.from(text) };
        },
      };
    },
  }),
} satisfies Deviation;

function nextMarkerIn(answer: Answer): string | undefined {
  return /<NextMarker>([^<]*)</u.exec(textOf(answer))?.[1];
}

function textOf({ body }: Answer): string {
  return body instanceof Uint8Array ? Buffer.from(body).toString() : '';
}

import { Refusal } from '../../errors/refusal.ts';
import type { ServiceCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

const prefix = 'page-after.';

export default {
  clause: 'LSB-10',
  mistake: 'Gives out a token as NextMarker, which only this store can read.',
  caughtAs: 'expected the last bucket as NextMarker, got another text',
  deviate: ({ route, answer }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'ListBuckets' || operation.scope !== 'service')
        return operation;
      return {
        ...operation,
        run({ request: asked, ...call }: ServiceCall) {
          const query = asked.query.map(([name, value = '']): readonly [string, string] =>
            name === 'marker' && value.startsWith(prefix) ? [name, value.slice(prefix.length)] : [name, value],
          );
          return operation.run({ ...call, request: { ...asked, query } });
        },
      };
    },
    answer(decided, call) {
      const sent = answer(decided, call);
      if (call.operation?.name !== 'ListBuckets' || !(sent.body instanceof Uint8Array)) return sent;
      const text = Buffer.from(sent.body).toString();
      return { ...sent, body: Buffer.from(text.replace('<NextMarker>', `<NextMarker>${prefix}`)) };
    },
  }),
} satisfies Deviation;

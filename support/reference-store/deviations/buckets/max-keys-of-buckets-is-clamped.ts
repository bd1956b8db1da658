import { Refusal } from '../../errors/refusal.ts';
import type { ServiceCall } from '../../http/operation.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'LSB-07',
  mistake: 'Moves max-keys into its range, as S3 does for objects.',
  caughtAs: 'expected 400 InvalidArgument, got 200',
  deviate: ({ route }) => ({
    route(request, address, operations) {
      const operation = route(request, address, operations);
      if (operation instanceof Refusal || operation.name !== 'ListBuckets' || operation.scope !== 'service')
        return operation;
      return {
        ...operation,
        run({ request: asked, ...call }: ServiceCall) {
          const query = asked.query.map(([name, value = '']): readonly [string, string] =>
            name === 'max-keys' ? [name, clamped(value)] : [name, value],
          );
          return operation.run({ ...call, request: { ...asked, query } });
        },
      };
    },
  }),
} satisfies Deviation;

function clamped(text: string): string {
  return String(Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), 1000));
}

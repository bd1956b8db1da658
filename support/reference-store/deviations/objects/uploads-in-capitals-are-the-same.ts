import { changeRequests, renamed } from '../../changed-exchange.ts';
import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'KEY-03',
  mistake: 'Stores objects as files on a case-insensitive file system, and shows the name of the first one.',
  caughtAs: 'expected "',
  deviate({ route }) {
    const names = new Map<string, string>();
    return {
      route: changeRequests(route, ['PutObject'], (call) => {
        const plain = `${call.bucket}/${call.key.toLowerCase()}`;
        const key = names.get(plain) ?? call.key;
        names.set(plain, key);
        return renamed(call, () => key);
      }),
    };
  },
} satisfies Deviation;

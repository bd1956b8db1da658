import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'AUTH-56',
  mistake: 'Signs the sub-resources in the order of the URL.',
  caughtAs: 'SignatureDoesNotMatch',
  deviate: ({ authentication }) => ({
    authentication: {
      v1Resource(address, query) {
        const [path = '', subResources] = authentication.v1Resource(address, query).split('?');
        if (subResources === undefined) return path;
        const position = (part: string): number =>
          query.findIndex(([name]) => part === name || part.startsWith(`${name}=`));
        return `${path}?${subResources
          .split('&')
          .toSorted((one, other) => position(one) - position(other))
          .join('&')}`;
      },
    },
  }),
} satisfies Deviation;

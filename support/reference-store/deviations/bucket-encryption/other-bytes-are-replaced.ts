import type { Deviation } from '../../deviation.ts';

export default {
  clause: 'ENV-35',
  mistake: 'Decodes the body before it parses it, with a replacement character for each byte that is not UTF-8.',
  caughtAs: 'got 200',
  deviate: ({ encryption }) => ({
    encryption: {
      readDocument: (body, headers) =>
        encryption.readDocument(Buffer.from(Buffer.from(body).toString('utf8')), headers),
    },
  }),
} satisfies Deviation;

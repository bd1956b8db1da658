import manifest from '../../package.json' with { type: 'json' };

/** `oss-conformance/<version>` */
export const userAgent = `${manifest.name}/${manifest.version}`;

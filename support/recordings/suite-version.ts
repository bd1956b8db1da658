import manifest from '../../package.json' with { type: 'json' };

/** A recording holds for the suite that made it: another one sends another User-Agent, and perhaps other requests. */
export const suiteVersion = manifest.version;

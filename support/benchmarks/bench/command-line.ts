import { fileURLToPath } from 'node:url';

/** The program behind `npm start` and `oss-conformance`. */
export const commandLine = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

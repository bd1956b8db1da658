// Profiles for plain `npx cucumber-js`. `npm start` does not read them: it adds targets, verdicts and reports.
const suite = { import: ['support/run/hooks.ts', 'steps/**/*.ts'], publishQuiet: true };

export default { ...suite, paths: ['features/**/*.feature'] };

/** Features to be named on the command line, e.g. `npx cucumber-js --profile some features/bucket-encryption/get-bucket-info.feature`. */
export const some = suite;

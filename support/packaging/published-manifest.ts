/** Fields that only the repository needs. */
const ownFields = ['private', 'scripts', 'devDependencies', 'optionalDependencies'] as const;

const program = 'support/cli/start.js';

/** The repository runs TypeScript and needs 24 for it; compiled, the suite needs what its dependencies need. */
const neededNode = '^22.20.0 || ^24.0.0 || >=26.0.0';

/**
 * The package's manifest: the repository's without the fields that only it needs, with the program, and with compiled
 * modules for the sources that it exports.
 */
export function publishedManifest(repositorys: string): string {
  // npm would not have installed from anything else than an object.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const manifest = JSON.parse(repositorys) as Record<string, unknown>;
  for (const field of ownFields) delete manifest[field];
  const exports = compiled(manifest['exports']);
  const published = { ...manifest, engines: { node: neededNode }, exports, bin: { 'oss-conformance': program } };
  return `${JSON.stringify(published, null, 2)}\n`;
}

function compiled(exports: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(exports ?? {}).map(([name, path]) => {
      if (typeof path !== 'string' || !path.endsWith('.ts')) return [name, path];
      const module = path.slice(0, -'.ts'.length);
      return [name, { types: `${module}.d.ts`, default: `${module}.js` }];
    }),
  );
}

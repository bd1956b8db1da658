/** Fields that only the repository needs. */
const ownFields = ['private', 'scripts', 'devDependencies', 'optionalDependencies'] as const;

const program = 'support/cli/start.js';

/** The repository runs TypeScript and so needs Node 24; the compiled suite needs what its dependencies need. */
const neededNode = '^22.20.0 || ^24.0.0 || >=26.0.0';

/**
 * The manifest of the package: that of the repository without its own fields, with the program, and with compiled
 * modules in `exports`.
 */
export function publishedManifest(repositorys: string): string {
  // npm would not have installed from anything but an object.
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

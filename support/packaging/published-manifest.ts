/** Fields that only the repository needs. */
const ownFields = ['private', 'scripts', 'devDependencies', 'optionalDependencies'] as const;

/** The package's manifest: the repository's without the fields that only it needs, and with the program. */
export function publishedManifest(repositorys: string): string {
  // npm would not have installed from anything else than an object.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const manifest = JSON.parse(repositorys) as Record<string, unknown>;
  for (const field of ownFields) delete manifest[field];
  return `${JSON.stringify({ ...manifest, bin: { 'oss-conformance': 'support/cli/main.js' } }, null, 2)}\n`;
}

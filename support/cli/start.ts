#!/usr/bin/env node
/**
 * The program of the package. It uses nothing that older versions of Node lack, so that it can say which one it needs:
 * the dependencies run on Node 22.20 and later.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 20)) {
  process.stderr.write(`oss-conformance needs Node 22.20 or later, and this is Node ${process.versions.node}\n`);
  process.exitCode = 2;
} else {
  await import('./main.ts');
}

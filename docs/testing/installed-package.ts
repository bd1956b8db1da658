import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** For tests: a folder where this repository and some packages are installed, as a user's project has them. */
export class UserProject implements AsyncDisposable {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(...packages: readonly string[]): Promise<UserProject> {
    const folder = await mkdtemp(join(tmpdir(), 'user-project-'));
    await mkdir(join(folder, 'node_modules'));
    // Node strips the types of a package that is a link: its real path is not below node_modules.
    await symlink(root, join(folder, 'node_modules', 'oss-conformance'));
    for (const name of packages) await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    return new UserProject(folder);
  }

  /** What Node prints; rejects if it exits with anything but 0. */
  async node(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
    const env = { PATH: dirname(process.execPath), ...environment };
    const { stdout } = await run(process.execPath, words, { cwd: this.folder, env });
    return stdout;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}

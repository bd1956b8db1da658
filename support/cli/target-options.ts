import type { Command } from 'commander';

/** The options by which a command chooses its target; `TargetFlags` is what they parse to. */
export function withTargetOptions(command: Command): Command {
  return command
    .option('--target <file>', 'a target file, "reference", "recordings" or "endpoint" (default: reference)')
    .option('--endpoint <url>', 'another endpoint, e.g. http://127.0.0.1:9000')
    .option('--region <id>', 'the region id, e.g. cn-hangzhou')
    .option('--addressing <style>', 'path or virtual')
    .option('--signature <version>', 'v1 or v4')
    .option('--without <capabilities>', 'capabilities that the target lacks, separated by commas')
    .addHelpText(
      'after',
      `
Keys come from the target file or from the environment, never from options: OSS_ACCESS_KEY_ID, OSS_ACCESS_KEY_SECRET and,
with a temporary key, OSS_SESSION_TOKEN; the same with OSS_DELEGATE_ and OSS_OUTSIDER_ for the other principals.
HTTP_PROXY, HTTPS_PROXY and NO_PROXY are honoured.`,
    );
}

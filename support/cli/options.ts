import { ownFolder, type FeatureFolder } from '../harness/catalogue/feature-folder.ts';
import { InvalidArgumentError, type Command } from 'commander';

/** The options that choose a command's target; `TargetFlags` is what they parse to. */
export function withTargetOptions(command: Command): Command {
  return targetOptions(
    command,
    'a target file, "endpoint" for the one in OSS_ENDPOINT, "recordings", or "reference" for the embedded store (default: reference)',
  );
}

/** The same for a command that needs a store which is there already. */
export function withStoreOptions(command: Command): Command {
  return targetOptions(command, 'a target file, or "endpoint" for the one in OSS_ENDPOINT');
}

function targetOptions(command: Command, target: string): Command {
  return command
    .option('--target <file>', target)
    .option('--endpoint <url>', 'the endpoint of the store, e.g. http://127.0.0.1:9000')
    .option('--region <id>', 'the region id, e.g. cn-hangzhou')
    .option('--addressing <style>', 'path or virtual')
    .option('--signature <version>', 'v1 or v4')
    .option('--without <capabilities>', 'capabilities that the target lacks, separated by commas, e.g. kms,sm4')
    .addHelpText(
      'after',
      `
Keys come from the target file or from the environment, never from options: OSS_ACCESS_KEY_ID, OSS_ACCESS_KEY_SECRET and,
with a temporary key, OSS_SESSION_TOKEN; the same with OSS_DELEGATE_ and OSS_OUTSIDER_ for the other principals.
OSS_REGION is the region if there is neither a target file nor --region.
HTTP_PROXY, HTTPS_PROXY and NO_PROXY are honoured.`,
    );
}

/** The options of every command that runs scenarios; `RunFlags` is what they parse to. */
export function withRunOptions(command: Command): Command {
  return command
    .option('--clauses <ids>', 'only these clauses, separated by commas, e.g. PBE-25,GBE-01', commaSeparated)
    .option('--tags <expression>', 'only scenarios with these tags, e.g. "@needs:kms and not @PBE-25"')
    .option('--parallel <n>', 'worker threads (default: as many as suit the distance to the store)', wholeNumber)
    .option('--reports <directory>', 'where reports are written', named, 'reports')
    .option('--allure', 'build an Allure report (default: unless recordings are replayed)')
    .option('--no-allure', 'build no Allure report')
    .option('--deviation <name>', 'start the reference store with one clause broken, e.g. accepted-put-is-forgotten');
}

/** The option of every command that reads features; its clauses are then those of that folder alone. */
export function withFeatures(command: Command): Command {
  return command.option(
    '--features <folder>',
    "features and clause files of your own instead of the suite's, written with its steps",
    ownFeatures,
  );
}

function ownFeatures(path: string): FeatureFolder {
  return ownFolder(named(path));
}

/** Without this check, an unset variable in a script would mean the current directory. */
export function named(directory: string): string {
  if (directory === '') throw new InvalidArgumentError('give the path of a directory.');
  return directory;
}

function commaSeparated(text: string): readonly string[] {
  return text.split(',').map((id) => id.trim());
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/u.test(text)) throw new InvalidArgumentError('give a whole number below 1000.');
  return Number(text);
}

import { InvalidArgumentError, type Command } from 'commander';

/** The options of every command that runs scenarios; `RunFlags` is what they parse to. */
export function withRunOptions(command: Command): Command {
  return command
    .option('--clauses <ids>', 'only these clauses, separated by commas', commaSeparated)
    .option('--tags <expression>', 'only scenarios with these tags')
    .option(
      '--parallel <n>',
      'worker threads; unless given, as many as the distance to the store is worth',
      wholeNumber,
    )
    .option('--reports <directory>', 'where reports are written', named, 'reports')
    .option('--allure', 'build an Allure report (default: unless recordings are replayed)')
    .option('--no-allure', 'build no Allure report')
    .option('--deviation <name>', 'start the reference store with one clause broken, e.g. accepted-put-is-forgotten');
}

/** An unset variable of a script would otherwise mean the directory that the script stands in. */
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

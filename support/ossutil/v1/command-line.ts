import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { CommandFailure } from './command-failure.ts';
import { onlyInOssutil, textOptions, type TextOption } from './options.ts';

/** A command line of ossutil: words and options, in any order (CLI-09). */
export interface CommandLine {
  /** `bucket-encryption`, and the arguments behind it. Empty where there are only options. */
  readonly words: readonly string[];
  /** If an option is given twice, the last value counts. */
  readonly values: ReadonlyMap<TextOption, string>;
  readonly forcePathStyle: boolean;
  readonly wantsHelp: boolean;
}

const forms: ParseArgsOptionsConfig = {
  ...Object.fromEntries(
    textOptions.map((option) => [
      option.long,
      { type: 'string' as const, ...('short' in option ? { short: option.short } : {}) },
    ]),
  ),
  'force-path-style': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** Parses a command line. Throws CommandFailure for an unknown option or a missing value. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({ args: [...args], options: forms, strict: false, tokens: true });
  const words: string[] = [];
  const values = new Map<TextOption, string>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      words.push(token.value);
      continue;
    }
    const known = textOptions.find(({ long }) => long === token.name);
    if (known !== undefined) values.set(known.name, valueOf(token));
    else if (Object.hasOwn(forms, token.name)) switches.add(token.name);
    else throw unsupported(words[0] ?? 'bucket-encryption', token.name);
  }
  return { words, values, forcePathStyle: switches.has('force-path-style'), wantsHelp: switches.has('help') };
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Text that looks like an option is never the value of another one, as in `--method --region x`. */
function valueOf({ rawName, value, inlineValue }: OptionToken): string {
  if (value === undefined || (inlineValue !== true && value.startsWith('-')))
    throw new CommandFailure(`Flag ${rawName} requires argument!`);
  return value;
}

/** CLI-14 names an option as ossutil's source does: `--retry-times` is `retryTimes`. */
function unsupported(command: string, long: string): CommandFailure {
  if (onlyInOssutil.has(long))
    return CommandFailure.usage(command, `the option --${long} is ossutil's own and not offered by this program`);
  const name = long.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return CommandFailure.usage(command, `the command does not support option: "${name}"`);
}

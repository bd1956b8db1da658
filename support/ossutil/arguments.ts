/** The value of the option with one of these names, e.g. `-i` and `--access-key-id`; `null` if there is none. */
export function optionIn(args: readonly string[], ...names: readonly string[]): string | null {
  const at = args.findIndex((word) => names.includes(word));
  return at === -1 ? null : (args[at + 1] ?? '');
}

/** The same command line with another value of the option. */
export function withOption(args: readonly string[], name: string, value: string): readonly string[] {
  return [...withoutOption(args, name), name, value];
}

/** The same command line without the option, under any of its names, and without its value. */
export function withoutOption(args: readonly string[], ...names: readonly string[]): readonly string[] {
  return args.filter((word, at) => !names.includes(word) && !names.includes(args[at - 1] ?? ''));
}

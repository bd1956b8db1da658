/** The environment variables that a configuration may refer to, e.g. `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Replaces each `${VARIABLE}` by its value. The result is not expanded again, so a value may contain `${`. `fail` is
 * called with the problem, which never quotes a value.
 */
export function replaceReferences(text: string, environment: Environment, fail: (problem: string) => never): string {
  return text.replaceAll(/\$\{([^}]*)\}?/g, (reference, name: string) => {
    if (!/^\$\{[A-Za-z_]\w*\}$/.test(reference)) fail('"${" must be followed by the name of a variable and "}"');
    // An own property only: `constructor` is no environment variable.
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (value === undefined) fail(`the environment variable ${name} is not set`);
    if (value === '') fail(`the environment variable ${name} is empty`);
    return value;
  });
}

/** What a bound method answers in a test: a value, or what it throws. */
export type Fakes = Record<string, (...args: never[]) => unknown>;

/**
 * Hangs bound structs on the window, as Wails does: keys are "Struct.Method". It
 * returns the calls that were made, in order.
 */
export function fakeApi(fakes: Fakes): string[] {
  const calls: string[] = [];
  const structs: Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>> = {};
  for (const [name, answer] of Object.entries(fakes)) {
    const [struct = '', method = ''] = name.split('.');
    structs[struct] ??= {};
    structs[struct][method] = async (...args) => {
      calls.push(name);
      return (answer as (...args: unknown[]) => unknown)(...args);
    };
  }
  window.go = { desktop: structs };
  return calls;
}

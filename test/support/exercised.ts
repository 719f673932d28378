const names = new Set<string>();

/** Which endpoints the tests of this run have played with success; the coverage test reads it at the end of a whole run. */
export const exercised = {
  note: (name: string): void => void names.add(name),
  has: (name: string): boolean => names.has(name),
};

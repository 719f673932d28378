/** Where a page of a search ended: by which way, how many rows there are in all, and the keys of its last row. */
export type Place = {
  readonly way: 'few' | 'many';
  readonly total: number;
  readonly capped: boolean;
  readonly position: readonly string[];
};

export const printPlace = ({ way, total, capped, position }: Place): string => JSON.stringify([way, total, capped ? 1 : 0, ...position]);

/** undefined when it is none, and the list begins anew. */
export function readPlace(after: string | undefined): Place | undefined {
  if (after === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(after);
    if (!Array.isArray(parts)) return undefined;
    const [way, total, capped, ...position] = parts as unknown[];
    if ((way !== 'few' && way !== 'many') || !Number.isSafeInteger(total) || position.length === 0) return undefined;
    return { way, total: Number(total), capped: capped === 1, position: position.map(String) };
  } catch {
    return undefined;
  }
}

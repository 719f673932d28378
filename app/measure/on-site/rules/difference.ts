/** What two versions of a record do not have in common, place by place. */
export type Difference = { readonly path: string; readonly standing: string; readonly delivered: string };

function leavesOf(value: unknown, path: string, found: Map<string, string>): void {
  if (Array.isArray(value)) value.forEach((one, index) => leavesOf(one, `${path}.${index + 1}`, found));
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) leavesOf(one, path === '' ? name : `${path}.${name}`, found);
  else if ((typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean')
    found.set(path, String(value));
}

/** Only these parts are compared: the files of photos and ids of rows say nothing to a person. */
const compared = [
  'testedOn',
  'environment',
  'readings',
  'standards',
  'secondPerson',
  'seals',
  'photos',
  'remarks',
  'conclusion',
  'edition',
];

/**
 * The places where two versions differ, each as written in both; empty where one has nothing.
 *
 * @example differencesOf({ remarks: 'a' }, { remarks: 'b' }) // [{ path: 'remarks', standing: 'a', delivered: 'b' }]
 */
export function differencesOf(standing: Readonly<Record<string, unknown>>, delivered: Readonly<Record<string, unknown>>): Difference[] {
  const [one, other] = [new Map<string, string>(), new Map<string, string>()];
  for (const part of compared) {
    leavesOf(standing[part], part, one);
    leavesOf(delivered[part], part, other);
  }
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((path) => one.get(path) !== other.get(path) && !path.endsWith('.file'))
    .map((path) => ({ path, standing: one.get(path) ?? '', delivered: other.get(path) ?? '' }));
}

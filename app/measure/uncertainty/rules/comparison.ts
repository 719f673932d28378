import { isList, isTree, readTree, shown, type Node } from './model-text.ts';

export type Difference = { readonly place: string; readonly before: string | null; readonly after: string | null };

function leaves(node: Node, place: string, found: Map<string, string>): void {
  if (isTree(node)) for (const [name, value] of Object.entries(node)) leaves(value, place === '' ? name : `${place}.${name}`, found);
  else if (isList(node) && node.some((one) => isTree(one))) node.forEach((one, index) => leaves(one, `${place}[${index}]`, found));
  else found.set(place, isList(node) ? node.map((one) => (isList(one) ? one.map(shown).join(' ') : shown(one))).join(', ') : shown(node));
}

function leavesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const tree = readTree(text);
  if (tree === undefined) found.set('', text);
  else leaves(tree, '', found);
  return found;
}

/**
 * What differs between two model files, place by place in the order of the first; a place that one of them lacks has null.
 * Digits count: 1.50 and 1.5 differ in writing.
 *
 * @example differencesOf('{"coverage":0.95}', '{"coverage":0.99}') // [{ place: 'coverage', before: '0.95', after: '0.99' }]
 */
export function differencesOf(before: string, after: string): Difference[] {
  const [earlier, later] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((place) => ({ place, before: earlier.get(place) ?? null, after: later.get(place) ?? null }))
    .filter((one) => one.before !== one.after);
}

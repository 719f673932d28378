/**
 * The text of a model file as a form edits it. Numbers stay the characters that were written: 1.50e-6 is not turned into 0.0000015,
 * because the text is part of the record. A number is kept as a text that begins with `mark`.
 */
export type Tree = { readonly [name: string]: Node };
export type Node = string | boolean | null | readonly Node[] | Tree;

const mark = '\u0001';
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export const isTree = (node: Node | undefined): node is Tree => typeof node === 'object' && node !== null && !Array.isArray(node);
export const isList = (node: Node | undefined): node is readonly Node[] => Array.isArray(node);

/** Reads the text of a JSON object; undefined when it is none. Throws nothing. */
export function readTree(text: string): Tree | undefined {
  try {
    JSON.parse(text);
    const marked = text.replace(token, (found) => (found.startsWith('"') ? found : `"\\u0001${found}"`));
    const node = JSON.parse(marked) as Node;
    return isTree(node) ? node : undefined;
  } catch {
    return undefined;
  }
}

/** @example printTree({ u: numberNode('1.50') }) // '{\n  "u": 1.50\n}' */
export const printTree = (tree: Tree): string => JSON.stringify(tree, null, 2).replace(/"\\u0001([^"\\]*)"/g, '$1');

/** What is typed into a field of a number: the number itself in JSON's form, or the text as it stands, which the reader then refuses by its place. */
export function numberNode(typed: string): Node {
  const text = typed.trim();
  if (!number.test(text)) return text;
  const plain = text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?=$|[eE])/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
  return jsonNumber.test(plain) ? mark + plain : text;
}

/** What a field shows of a node. */
export function shown(node: Node | undefined): string {
  if (typeof node === 'string') return node.replace(mark, '');
  return node === undefined || node === null ? '' : JSON.stringify(node).replace(/\\u0001/g, '');
}

/** The numbers of a list as one line of text. */
export const shownList = (node: Node | undefined): string => (isList(node) ? node.map(shown).join(' ') : shown(node));

/** Typed numbers, parted by spaces, commas or lines, as a list. */
export const listNode = (typed: string): Node =>
  typed
    .split(/[\s,，;；、]+/)
    .filter((part) => part !== '')
    .map(numberNode);

export type Path = readonly (string | number)[];

/** The node at a path. */
export function at(node: Node | undefined, path: Path): Node | undefined {
  let found = node;
  for (const step of path) {
    if (isList(found) && typeof step === 'number') found = found[step];
    else if (isTree(found) && typeof step === 'string') found = found[step];
    else return undefined;
  }
  return found;
}

/** The same tree with another node at a path; undefined takes it out. What is missing on the way is made. */
export function put(node: Node | undefined, path: Path, value: Node | undefined): Node {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (typeof step === 'number') {
    const list = isList(node) ? [...node] : [];
    if (rest.length === 0 && value === undefined) list.splice(step, 1);
    else list[step] = put(list[step], rest, value);
    return list;
  }
  const tree: Record<string, Node> = isTree(node) ? { ...node } : {};
  if (rest.length === 0 && value === undefined) delete tree[step];
  else tree[step] = put(tree[step], rest, value);
  return tree;
}

/** A name as formulas take it. */
export const isName = (text: string): boolean => text !== '__proto__' && /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(text);

const renamedIn = (formula: string, from: string, to: string): string =>
  formula.replace(/[\p{L}_][\p{L}\p{Nd}_]*|(?:\d[\d.]*)(?:[eE][+-]?\d+)?/gu, (word) => (word === from ? to : word));

const rekeyed = (node: Node | undefined, from: string, to: string): Node | undefined =>
  isTree(node) ? Object.fromEntries(Object.entries(node).map(([name, value]) => [name === from ? to : name, value])) : node;

/** Another name for an input, output or constant, in its place, in every formula and in the correlations; the names keep their order. */
export function rename(tree: Tree, part: 'inputs' | 'outputs' | 'constants', from: string, to: string): Tree {
  const formulas = (node: Node | undefined): Node | undefined => {
    if (!isTree(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, formula]) => {
        if (typeof formula === 'string') return [name, renamedIn(formula, from, to)];
        if (!isTree(formula)) return [name, formula];
        const solved = formula['solve'];
        const sought = formula['for'];
        return [
          name,
          {
            ...formula,
            ...(typeof solved === 'string' ? { solve: renamedIn(solved, from, to) } : {}),
            ...(sought === from ? { for: to } : {}),
          },
        ];
      }),
    );
  };
  const named = (node: Node): Node => (node === from ? to : isList(node) ? node.map(named) : node);
  let next: Tree = { ...tree, ...(tree['outputs'] === undefined ? {} : { outputs: formulas(tree['outputs']) as Node }) };
  next = { ...next, [part]: rekeyed(next[part], from, to) as Node };
  const { correlations, simultaneous } = next;
  if (isList(correlations))
    next = {
      ...next,
      correlations: correlations.map((one) =>
        isTree(one) && one['between'] !== undefined ? { ...one, between: named(one['between']) } : one,
      ),
    };
  if (isList(simultaneous)) next = { ...next, simultaneous: simultaneous.map(named) };
  return next;
}

import { parse, type AnyNode } from 'acorn';

/**
 * The oldest browser on the city's desks is Chromium 90. What came after it and does no harm only where it is missed with grace
 * is listed here with the version that brought it (MDN browser-compat-data).
 */
const methods: Readonly<Record<string, number>> = {
  at: 92,
  randomUUID: 92,
  hasOwn: 93,
  findLast: 97,
  findLastIndex: 97,
  structuredClone: 98,
  throwIfAborted: 100,
  checkVisibility: 105,
  startViewTransition: 111,
  isWellFormed: 111,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
  showPopover: 114,
  groupBy: 117,
  withResolvers: 119,
  canParse: 120,
  fromAsync: 121,
  isSubsetOf: 122,
  symmetricDifference: 122,
};
/** Methods whose names are common; they are newer only on these objects. */
const staticMethods: Readonly<Record<string, number>> = { 'AbortSignal.timeout': 103, 'AbortSignal.any': 116, 'Promise.try': 128 };
const globals: Readonly<Record<string, number>> = { structuredClone: 98, scheduler: 94, navigation: 102, URLPattern: 95 };
const styles: readonly (readonly [pattern: RegExp, version: number])[] = [
  [/:has\(/, 105],
  [/@container\b/, 105],
  [/@layer\b/, 99],
  [/@starting-style\b/, 117],
  [/@scope\b/, 118],
  [/\d(?:[dsl]v[hw])\b/, 108],
  [/color-mix\(/, 111],
  [/\bok(?:lch|lab)\(/, 111],
  [/\bsubgrid\b/, 117],
  [/@media[^{]*\(\s*(?:width|height)\s*[<>]/, 104],
];

export type Finding = { readonly what: string; readonly since: number; readonly context: string };

/** Syntax is checked by parsing as ES2021; the interfaces by their names, in code and in styles that the code holds as text. */
export function newerInScript(source: string): Finding[] {
  const found: Finding[] = [];
  const add = (what: string, since: number, node: AnyNode): void => {
    found.push({ what, since, context: source.slice(Math.max(0, node.start - 80), node.end + 60) });
  };
  walk(parse(source, { ecmaVersion: 2021, sourceType: 'module' }), (node, parent) => {
    if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
      const { name } = node.property;
      const owner = node.object.type === 'Identifier' ? `${node.object.name}.${name}` : '';
      const since = staticMethods[owner] ?? (Object.hasOwn(methods, name) ? methods[name] : undefined);
      // `at` is also the time of an event: only what is called is the method.
      const isField = name === 'at' && !(parent?.type === 'CallExpression' && parent.callee === node);
      if (since !== undefined && !isField) add(name, since, node);
    }
    if (node.type === 'Identifier' && parent?.type === 'CallExpression' && parent.callee === node && Object.hasOwn(globals, node.name)) {
      add(node.name, globals[node.name] ?? 0, node);
    }
    const text =
      node.type === 'Literal' && typeof node.value === 'string' ? node.value : node.type === 'TemplateElement' ? node.value.raw : '';
    for (const [pattern, since] of styles) {
      const hit = pattern.exec(text);
      if (hit !== null) add(hit[0], since, node);
    }
  });
  return found;
}

export function newerInStyles(source: string): Finding[] {
  const found = styles.flatMap(([pattern, since]) => {
    const hit = pattern.exec(source);
    return hit === null ? [] : [{ what: hit[0], since, context: source.slice(Math.max(0, hit.index - 60), hit.index + 60) }];
  });
  const nested = /\{[^{}]*&[^{}]*\{/.exec(source);
  return nested === null ? found : [...found, { what: 'nesting', since: 112, context: nested[0].slice(0, 120) }];
}

export function walk(node: AnyNode, visit: (node: AnyNode, parent: AnyNode | undefined) => void, parent?: AnyNode): void {
  visit(node, parent);
  for (const value of Object.values(node) as unknown[]) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(one)) walk(one, visit, node);
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Elements as plain values, read from canonical XML, which has one form only: double quotes, no empty tags, no comments, five entities. */

/** An element: its local name and its namespace ('' where it has none), its attributes, and its elements and texts in order. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  /** By name; one with a namespace as '{namespace}name'. Declarations of namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

type Open = { name: string; namespace: string; attributes: Map<string, string>; children: (XmlElement | string)[] };
/** What is declared on an element, in front of what is declared around it. */
type Prefixes = { readonly own: ReadonlyMap<string, string>; readonly outer: Prefixes | undefined };

function namespaceOf(prefix: string, prefixes: Prefixes): string {
  for (let scope: Prefixes | undefined = prefixes; scope !== undefined; scope = scope.outer) {
    const found = scope.own.get(prefix);
    if (found !== undefined) return found;
  }
  return '';
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#xD;': '\r',
  '&#xA;': '\n',
  '&#x9;': '\t',
};
const plainText = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#xD|#xA|#x9);/g, (entity) => entities[entity] ?? entity) : text;

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

function resolve(name: string, prefixes: Prefixes, bare: string): { readonly local: string; readonly namespace: string } {
  const colon = name.indexOf(':');
  if (colon === -1) return { local: name, namespace: bare };
  return { local: name.slice(colon + 1), namespace: namespaceOf(name.slice(0, colon), prefixes) };
}

/** `tag` is what stands between '<' and '>'. */
function openTag(tag: string, outer: Prefixes): { readonly element: Open; readonly prefixes: Prefixes } {
  const space = tag.indexOf(' ');
  const name = space === -1 ? tag : tag.slice(0, space);
  const own: [name: string, value: string][] = [];
  let declared: Map<string, string> | undefined;
  if (space !== -1) {
    for (const [, attribute = '', text = ''] of tag.slice(space).matchAll(/ ([^=]+)="([^"]*)"/g)) {
      const value = plainText(text);
      if (attribute === 'xmlns') (declared ??= new Map()).set('', value);
      else if (attribute.startsWith('xmlns:')) (declared ??= new Map()).set(attribute.slice(6), value);
      else own.push([attribute, value]);
    }
  }
  const prefixes = declared === undefined ? outer : { own: declared, outer };
  const { local, namespace } = resolve(name, prefixes, namespaceOf('', prefixes));
  const attributes = new Map<string, string>();
  for (const [attribute, value] of own) {
    const of = resolve(attribute, prefixes, '');
    attributes.set(of.namespace === '' ? of.local : `{${of.namespace}}${of.local}`, value);
  }
  return { element: { name: local, namespace, attributes, children: [] }, prefixes };
}

/** Where a tag ends: a '>' in the quotes of an attribute stays as it is in canonical form. */
export function endOfTag(text: string, from: number): number {
  let isQuoted = false;
  let at = from;
  for (let end = text.indexOf('>', from); end !== -1; end = text.indexOf('>', end + 1)) {
    for (; at < end; at += 1) if (text.charCodeAt(at) === 0x22) isQuoted = !isQuoted;
    if (!isQuoted) return end;
  }
  return -1;
}

/** The root of a document in canonical form without comments. */
export function readCanonical(text: string): XmlElement {
  const top: Open = { name: '', namespace: '', attributes: new Map(), children: [] };
  const bottom = { element: top, prefixes: { own: new Map([['xml', xmlNamespace]]), outer: undefined } as Prefixes };
  const stack = [bottom];
  let at = 0;
  for (let next = text.indexOf('<'); next !== -1; next = text.indexOf('<', at)) {
    const { element, prefixes } = stack[stack.length - 1] ?? bottom;
    if (next > at) addText(element, plainText(text.slice(at, next)));
    const isInstruction = text.charAt(next + 1) === '?';
    const end = isInstruction ? text.indexOf('?>', next) : endOfTag(text, next);
    at = end + (isInstruction ? 2 : 1);
    if (!isInstruction) {
      if (text.charAt(next + 1) === '/') stack.pop();
      else {
        const opened = openTag(text.slice(next + 1, end), prefixes);
        element.children.push(opened.element);
        stack.push(opened);
      }
    }
  }
  const root = top.children.find((child): child is XmlElement => typeof child !== 'string');
  if (root === undefined) throw new RangeError('canonical XML has a root');
  return root;
}

/** An instruction in a text leaves one text, not two. */
function addText(element: Open, text: string): void {
  const last = element.children[element.children.length - 1];
  if (typeof last === 'string') element.children[element.children.length - 1] = last + text;
  else element.children.push(text);
}

/** The elements in an element, those of a name where one is given. */
export const elementsOf = (element: XmlElement | undefined, name?: string): readonly XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** The first element of a name. */
export const elementOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => elementsOf(element, name)[0];

/** The element at the end of a path of names, each the first of its name. */
export const elementAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(elementOf, element);

/** All text in an element as it stands there. */
export function stringOf(element: XmlElement): string {
  const pieces: string[] = [];
  const collect = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') pieces.push(child);
      else collect(child);
    }
  };
  collect(element);
  return pieces.join('');
}

/** All text in an element, without white space around it. */
export const textOf = (element: XmlElement | undefined): string => (element === undefined ? '' : stringOf(element).trim());

/** Every element of a tree, the first one included, in the order of the document. */
export function everyElement(root: XmlElement): readonly XmlElement[] {
  const all: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    all.push(element);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  return all;
}

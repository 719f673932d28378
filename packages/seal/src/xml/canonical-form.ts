/**
 * Whether a text is in canonical form already (C14N 1.1 of a whole document), as the documents are that this package prints: then nobody has to
 * read it into a tree to know what is signed of it. The forms that are known here are fewer than the canonical ones: declarations of namespaces
 * stand on the root only, and no attribute has a prefix.
 */
const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const value = String.raw`(?:[^"<&\t\n\r]|&(?:amp|lt|quot|#x9|#xA|#xD);)*`;
const openTag = new RegExp(`<(${name})((?: [A-Za-z_][\\w.:-]*="${value}")*)>`, 'y');
const closeTag = new RegExp(`</(${name})>`, 'y');
/** What stands between tags in another form than the canonical one, or not at all in XML 1.0. */
const strange = /[^\t\n -;=?-\ufffd]|&(?!(?:amp|lt|gt|#xD);)/;

type Attribute = { readonly name: string; readonly text: string };

const attributesIn = (text: string): readonly Attribute[] =>
  text === '' ? [] : [...text.matchAll(/ ([^=]+)="[^"]*"/g)].map(([whole, attribute = '']) => ({ name: attribute, text: whole }));

const stand = (names: readonly string[]): boolean => names.every((one, index) => index === 0 || (names[index - 1] ?? '') < one);

/** Declarations of prefixes come first, by prefix; a default namespace is not known here. */
function isRootInOrder(attributes: readonly Attribute[]): boolean {
  const names = attributes.map((one) => one.name);
  const declared = names.filter((one) => one.startsWith('xmlns:'));
  const others = names.slice(declared.length);
  return others.every((one) => !one.includes(':') && one !== 'xmlns') && stand(declared) && stand(others);
}

const isInOrder = (attributes: readonly Attribute[]): boolean =>
  attributes.every((one) => !one.name.includes(':') && one.name !== 'xmlns') && stand(attributes.map((one) => one.name));

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** The root of a document that is in canonical form. */
export type CanonicalRoot = {
  readonly name: string;
  /** Declarations of namespaces as they stand on it: ' xmlns:dcc="…"'. */
  readonly namespaces: readonly string[];
};

/**
 * The root of a document whose text is known to be its canonical form; undefined: it is none, or this program cannot tell.
 *
 * @example readCanonicalRoot('<a b="1"><c></c></a>') // { name: 'a', namespaces: [] }
 * @example readCanonicalRoot("<a b='1'/>") // undefined
 */
export function readCanonicalRoot(text: string): CanonicalRoot | undefined {
  const first = match(openTag, text, 0);
  const [whole = '', root = '', written = ''] = first ?? [];
  const attributes = attributesIn(written);
  if (first === null || !isRootInOrder(attributes)) return undefined;
  const open = [root];
  let at = whole.length;
  while (open.length > 0) {
    const next = text.indexOf('<', at);
    if (next === -1 || strange.test(text.slice(at, next))) return undefined;
    at = next;
    const close = match(closeTag, text, at);
    if (close !== null) {
      if (open.pop() !== close[1]) return undefined;
      at += close[0].length;
      continue;
    }
    const [tag, element = '', own = ''] = match(openTag, text, at) ?? [];
    if (tag === undefined || (own !== '' && !isInOrder(attributesIn(own)))) return undefined;
    open.push(element);
    at += tag.length;
  }
  if (at !== text.length) return undefined;
  return { name: root, namespaces: attributes.filter((one) => one.name.startsWith('xmlns:')).map((one) => one.text) };
}

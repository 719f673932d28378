import { parseSync, type Comment } from 'oxc-parser';

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown };

/** One thing that a module offers: what a reader sees of its code, and the comment that stands on it. */
export type ModuleExport = {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'constant' | 'type';
  readonly signature: string;
  /** The text of its doc comment, '' where it has none. */
  readonly comment: string;
};

export type ModuleText = {
  /** The comment at the head of the file. */
  readonly head: string;
  readonly exports: readonly ModuleExport[];
  /** What it passes on from other modules: names, and the specifier they come from. */
  readonly passes: readonly { readonly names: string; readonly from: string }[];
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const nameOf = (value: unknown): string => {
  const name = isNode(value) ? (value['name'] ?? value['value']) : undefined;
  return typeof name === 'string' ? name : '';
};

/** A comment without its frame of slashes and stars. */
export const commentText = (comment: string): string =>
  comment
    .replace(/^\/\*\*\s?|\s*\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();

const isFunction = (value: unknown): value is Node => isNode(value) && /^(ArrowFunction|Function)Expression$/.test(value.type);

class Reader {
  readonly #text: string;
  readonly #comments: readonly Comment[];
  constructor(text: string, comments: readonly Comment[]) {
    this.#text = text;
    this.#comments = comments;
  }

  slice(start: number, end: number): string {
    return this.#text.slice(start, end).trim();
  }

  /** The doc comment that ends right above a place. */
  above(place: number): string {
    const comment = this.#comments.findLast(({ end }) => end <= place);
    const isDoc = comment?.type === 'Block' && comment.value.startsWith('*');
    return isDoc && /^[ \t]*\n?[ \t]*$/.test(this.#text.slice(comment.end, place)) ? this.slice(comment.start, comment.end) : '';
  }

  /** A function or method up to its body. */
  #untilBody(node: Node, of: Node): string {
    return isNode(of['body']) ? this.slice(node.start, of['body'].start) : this.slice(node.start, node.end).replace(/;$/, '');
  }

  #arrow(name: string, node: Node): string {
    const body = isNode(node['body']) ? node['body'].start : node.end;
    const words = this.slice(node.start, body).replace(/\s*=>\s*\(?$/, '');
    return words.startsWith('async')
      ? `async function ${name}${words.slice(5).trim()}`
      : `function ${name}${words.replace(/^function\s*/, '')}`;
  }

  #constant(declarator: Node): string {
    const id = declarator['id'] as Node;
    const name = nameOf(id);
    if (isNode(id['typeAnnotation'])) return `const ${this.slice(id.start, id['typeAnnotation'].end)}`;
    const value = declarator['init'];
    if (isFunction(value)) return this.#arrow(name, value);
    const words = isNode(value) ? this.slice(value.start, value.end) : '';
    if (words.length <= 100 && !words.includes('\n')) return `const ${name} = ${words}`;
    const ending = /\}\s*((?:as const )?satisfies [^{}]+)$/.exec(words)?.[1];
    return `const ${name} = …${ending === undefined ? '' : ` ${ending}`}`;
  }

  #member(member: Node): string {
    const hidden = member['accessibility'] === 'private' || (isNode(member['key']) && member['key'].type === 'PrivateIdentifier');
    if (hidden || member.type === 'StaticBlock') return '';
    const value = member['value'];
    const method = member.type === 'MethodDefinition' && isNode(value);
    const typed = isNode(member['typeAnnotation']) && isNode(value) && !method;
    const words = method
      ? this.#untilBody(member, value)
      : typed
        ? this.slice(member.start, value.start).replace(/\s*=$/, '')
        : this.slice(member.start, member.end).replace(/;$/, '');
    const comment = this.above(member.start);
    return `${comment === '' ? '' : `  ${comment}\n`}  ${words};\n`;
  }

  #class(node: Node): string {
    const body = node['body'] as Node;
    return `${this.slice(node.start, body.start)} {\n${nodes(body['body'])
      .map((member) => this.#member(member))
      .join('')}}`;
  }

  /** The exports of one statement. */
  exportsOf(statement: Node): ModuleExport[] {
    const declaration = statement['declaration'];
    if (!isNode(declaration)) return [];
    const comment = commentText(this.above(statement.start));
    const name = nameOf(declaration['id']);
    switch (declaration.type) {
      case 'FunctionDeclaration':
      case 'TSDeclareFunction':
        return [{ name, kind: 'function', signature: this.#untilBody(declaration, declaration), comment }];
      case 'ClassDeclaration':
        return [{ name, kind: 'class', signature: this.#class(declaration), comment }];
      case 'VariableDeclaration':
        return nodes(declaration['declarations']).flatMap((declarator) => this.#constants(declarator, comment));
      default:
        return [{ name, kind: 'type', signature: this.slice(declaration.start, declaration.end).replace(/;$/, ''), comment }];
    }
  }

  #constants(declarator: Node, comment: string): ModuleExport[] {
    const id = declarator['id'] as Node;
    const kind = isFunction(declarator['init']) ? 'function' : 'constant';
    if (id.type === 'Identifier') return [{ name: nameOf(id), kind, signature: this.#constant(declarator), comment }];
    // export const [a, b] = …: each name by itself
    const parts = id.type === 'ArrayPattern' ? nodes(id['elements']) : nodes(id['properties']).map((property) => property['value']);
    return parts.map((part) => ({ name: nameOf(part), kind: 'constant', signature: `const ${nameOf(part)}`, comment }));
  }
}

/** Overloads of a function are one export: their signatures below each other, without the one that only the body has. */
function joinOverloads(exports: readonly ModuleExport[]): ModuleExport[] {
  const joined: ModuleExport[] = [];
  const overloaded = new Set(
    exports
      .filter(({ name, kind }, index) => kind === 'function' && exports.findIndex((one) => one.name === name) < index)
      .map(({ name }) => name),
  );
  for (const [index, one] of exports.entries()) {
    if (one.kind !== 'function' || !overloaded.has(one.name)) joined.push(one);
    else if (exports.findIndex(({ name }) => name === one.name) === index) {
      const all = exports.filter(({ name, kind }) => name === one.name && kind === 'function').slice(0, -1);
      joined.push({
        ...one,
        signature: all.map(({ signature }) => signature).join('\n'),
        comment: all
          .map(({ comment }) => comment)
          .filter((text) => text !== '')
          .join('\n\n'),
      });
    }
  }
  return joined;
}

/** What a TypeScript module says of itself: head comment, exports with signature and comment. */
export function readModule(path: string, text: string): ModuleText {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? ''}`);
  const reader = new Reader(text, comments);
  const statements = nodes(program.body);
  const [first] = comments;
  const isHead = first?.type === 'Block' && first.value.startsWith('*') && text.slice(0, first.start).trim() === '';
  const passing = statements.filter(({ type, source }) => /^Export(Named|All)Declaration$/.test(type) && isNode(source));
  const listed = statements.filter(
    ({ type, source, declaration }) => type === 'ExportNamedDeclaration' && !isNode(source) && !isNode(declaration),
  );
  const origins = new Map(
    statements
      .filter(({ type }) => type === 'ImportDeclaration')
      .flatMap(({ specifiers, source }) => nodes(specifiers).map((one) => [nameOf(one['local']), nameOf(source)] as const)),
  );
  return {
    head: isHead ? commentText(text.slice(first.start, first.end)) : '',
    exports: joinOverloads(
      statements.filter(({ type }) => type === 'ExportNamedDeclaration').flatMap((statement) => reader.exportsOf(statement)),
    ),
    passes: [
      ...passing.map((statement) => ({
        names:
          nodes(statement['specifiers'])
            .map((one) => nameOf(one['exported']))
            .join(', ') || '*',
        from: nameOf(statement['source']),
      })),
      ...listed.flatMap(({ specifiers }) =>
        nodes(specifiers).map((one) => ({ names: nameOf(one['exported']), from: origins.get(nameOf(one['local'])) ?? '' })),
      ),
    ],
  };
}

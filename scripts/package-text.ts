/** The API pages of the packages: what each module offers, with the comments that stand in its source. */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readModule, type ModuleExport, type ModuleText } from './module-exports.ts';

const root = join(import.meta.dirname, '..');

/** The packages that have an API page. */
export const packages = ['quantity', 'uncertainty', 'statistics', 'procedures', 'seal'] as const;

export type PackageModule = ModuleText & {
  /** Path below `src`, as it stands in an import: `distribution/beta`. */
  readonly path: string;
  readonly specifier: string;
};

/** Every module of a package that can be imported, in the order of their paths. */
export const readPackage = (name: string): PackageModule[] =>
  globSync(`packages/${name}/src/**/*.ts`, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => {
      const path = file.replace(/^packages\/[^/]+\/src\/|\.ts$/g, '');
      return { ...readModule(file, readFileSync(join(root, file), 'utf8')), path, specifier: `@tongheng/${name}/${path}` };
    });

/** Text of a comment as Markdown: signs that Markdown would take for its own are kept, `code` stays code. */
export const asMarkdown = (text: string): string =>
  text
    .split(/(`[^`\n]+`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/[\\*_<~|]/g, '\\$&')
            .replaceAll('](', ']\\(')
            .replace(/^#/gm, '\\#'),
    )
    .join('');

const tags = /(?:^|\s)@(param|returns|throws|example)(?=\s|$)/;

type CommentParts = { readonly prose: string; readonly tagged: readonly { readonly tag: string; readonly text: string }[] };

/** A comment in its prose and its tags; a tag may begin in the middle of a line. */
export function partsOf(comment: string): CommentParts {
  const [prose = '', ...rest] = comment.split(tags);
  const tagged = Array.from({ length: rest.length / 2 }, (_, index) => ({
    tag: rest[2 * index] ?? '',
    text: (rest[2 * index + 1] ?? '').trim(),
  }));
  return { prose: prose.trim(), tagged };
}

const codeBlock = (text: string): string => `\`\`\`ts\n${text}\n\`\`\``;

function taggedText({ tag, text }: CommentParts['tagged'][number]): string {
  if (tag === 'example') return text.includes('\n') || text.includes('`') ? `Example:\n\n${codeBlock(text)}` : `Example: \`${text}\``;
  if (tag === 'param') return `- ${text.replace(/^(\S+)\s*([^]*)$/, (_, name: string, rest: string) => `\`${name}\` ${asMarkdown(rest)}`)}`;
  return tag === 'returns' ? `Returns ${asMarkdown(text)}` : `Throws ${asMarkdown(text)}`;
}

/** The comment of an export below its signature. */
function commentMarkdown(comment: string): string[] {
  const { prose, tagged } = partsOf(comment);
  const parameters = tagged.filter(({ tag }) => tag === 'param').map(taggedText);
  return [
    ...(prose === '' ? [] : [asMarkdown(prose)]),
    ...(parameters.length === 0 ? [] : [parameters.join('\n')]),
    ...tagged.filter(({ tag }) => tag !== 'param').map(taggedText),
  ];
}

const order: readonly ModuleExport['kind'][] = ['function', 'class', 'constant', 'type'];

const exportMarkdown = ({ name, signature, comment }: ModuleExport): string =>
  [`### ${name}`, codeBlock(signature), ...commentMarkdown(comment)].join('\n\n');

/** A module that another one passes names on from, as a path below `src`. */
const target = (path: string, from: string): string =>
  from.startsWith('.') ? posix.join(posix.dirname(path), from).replace(/\.ts$/, '') : from;

function moduleMarkdown({ path, specifier, head, exports, passes }: PackageModule): string {
  const origins = [...new Set(passes.map(({ from }) => from))];
  return [
    `## ${specifier}`,
    ...(head === '' ? [] : [asMarkdown(head)]),
    ...origins.map((from) => {
      const names = passes.filter((one) => one.from === from).map((one) => `\`${one.names}\``);
      return `Also ${names.join(', ')}, of \`${target(path, from)}\`.`;
    }),
    ...order.flatMap((kind) =>
      exports
        .filter((one) => one.kind === kind)
        // A comment at the head of a file that has no imports stands on its first export as well.
        .map((one) => exportMarkdown(one.comment === head ? { ...one, comment: '' } : one)),
    ),
  ].join('\n\n');
}

/** What GitHub makes of a heading. */
const anchorOf = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}_-]/gu, '');

/** The first sentence of a head comment, for the list of the modules. */
export function firstSentence(head: string): string {
  const [paragraph = ''] = head.split(/\n(?=\s*(?:\n|- ))/);
  const line = paragraph.replace(/\n/g, ' ');
  return /^.+?[.。](?=\s|$)/u.exec(line)?.[0] ?? line;
}

function packageMarkdown(name: string): string {
  const modules = readPackage(name);
  const { description } = JSON.parse(readFileSync(join(root, `packages/${name}/package.json`), 'utf8')) as { description: string };
  return `${[
    `# @tongheng/${name}: the modules`,
    `${description}. What it is for, with examples: [README](../../../packages/${name}/README.md).`,
    '<!-- Printed by `npm run generate` from the comments of the sources. Do not edit. -->',
    modules
      .map(({ path, specifier, head }) => `- [\`${path}\`](#${anchorOf(specifier)}) ${asMarkdown(firstSentence(head))}`.trim())
      .join('\n'),
    ...modules.map(moduleMarkdown),
  ].join('\n\n')}\n`;
}

/** Where the API page of a package stands. */
export const pageOf = (name: string): string => `docs/generated/packages/${name}.md`;

/** Path → text of the API page of each package. */
export const printPackages = (): Record<string, string> =>
  Object.fromEntries(packages.map((name) => [pageOf(name), packageMarkdown(name)]));

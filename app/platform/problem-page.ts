import { createHash } from 'node:crypto';
import type { Problem } from '../kernel/problem.ts';
import type { Text } from '../kernel/text.ts';

const style =
  'body{margin:0;font:16px/1.7 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#1b2733;background:#f5f6f4}' +
  'main{max-width:36rem;margin:12vh auto;padding:1.5rem 1.25rem;background:#fff;border-left:4px solid #a32020}' +
  'h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:.25rem 0}section+section{margin-top:1.25rem;padding-top:1.25rem;border-top:1px solid #d5d9d4}' +
  'small{color:#56606b}a{color:#0b5a6e}';

/** Nothing is loaded and nothing runs on such a page; its style is known by its digest. */
export const policyOfProblem = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A problem for a person who followed a link to a file and would otherwise see the answer for programs: both languages, since whoever holds a paper is not
 * signed in and has chosen none.
 */
export function problemPage({ definition, detail }: Pick<Problem, 'definition' | 'detail'>, instance: string): string {
  const part = (side: 0 | 1, language: string): string => {
    const say = (text: Text | undefined): string => (text === undefined ? '' : escaped(text[side]));
    const more = detail === undefined ? '' : `<p>${say(detail)}</p>`;
    return `<section lang="${language}"><h1>${say(definition.text)}</h1>${more}<p>${say(definition.next)}</p></section>`;
  };
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<meta name="robots" content="noindex"><title>${escaped(definition.text[0])}</title><style>${style}</style></head>` +
    `<body><main>${part(0, 'zh-CN')}${part(1, 'en')}<section><p><a href="/">返回首页 · Home</a></p>` +
    `<small>${escaped(definition.code)} · ${escaped(instance)}</small></section></main></body></html>`
  );
}

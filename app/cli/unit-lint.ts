import { lint } from '@tongheng/quantity/linter/lint';
import type { Finding, Format } from '@tongheng/quantity/linter/finding';
import { inLanguage, type Language } from '../kernel/text.ts';
import { BadInput, type Command } from './command.ts';

const formats: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};

const formatOf = (file: string): Format => formats[(/\.([a-z]+)$/i.exec(file)?.[1] ?? '').toLowerCase()] ?? 'text';

/** What is no text: bytes that are no UTF-8 are read as U+FFFD, and only binary files hold U+0000. */
function checkText(text: string, file: string): void {
  if (text.includes('\u0000')) throw new BadInput([`${file} 是二进制文件，请给出 UTF-8 文本`, `${file} is a binary file; give UTF-8 text`]);
  if (text.includes('\ufffd')) {
    throw new BadInput([`${file} 不是 UTF-8 编码，请转换编码后再检查`, `${file} is not UTF-8; convert it first`]);
  }
}

type Found = Finding & { readonly file: string };

const severities = { error: ['错误', 'error'], advice: ['建议', 'advice'] } as const;

function lineOf({ file, line, column, severity, message, suggestion, rule }: Found, language: Language): string {
  const name = inLanguage(severities[severity], language);
  return `${file}:${line}:${column} ${name} ${inLanguage(message, language)} → ${suggestion} [${rule}]`;
}

function summaryOf(found: readonly Found[], language: Language): string {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const advice = found.length - errors;
  if (found.length === 0) return inLanguage(['未发现问题', 'Nothing was found'], language);
  return inLanguage([`错误 ${errors} 处，建议 ${advice} 处`, `Errors: ${errors}, advice: ${advice}`], language);
}

export const unitLintCommands: readonly Command[] = [
  {
    name: 'units lint',
    usage: 'units lint FILE…',
    summary: [
      '检查文本、Markdown、CSV、网页中的非法定计量单位和不规范写法',
      'find units that are not legal or badly written in text, Markdown, CSV and HTML',
    ],
    async run({ positionals, json, language, io }) {
      if (positionals.length === 0) throw new BadInput(['缺少 FILE', 'FILE is missing']);
      const found: Found[] = [];
      for (const file of positionals) {
        const text = await io.read(file);
        checkText(text, file);
        for (const finding of lint(text, { format: formatOf(file) })) found.push({ ...finding, file });
      }
      if (json) {
        const findings = found.map(({ file, line, column, text, rule, severity, suggestion }) => ({
          file,
          line,
          column,
          text,
          rule,
          severity,
          suggestion,
        }));
        io.out(JSON.stringify({ findings }));
      } else {
        for (const finding of found) io.out(lineOf(finding, language));
        io.out(summaryOf(found, language));
      }
      return found.some(({ severity }) => severity === 'error') ? 1 : 0;
    },
  },
];

/** Which files the linter takes, and the text in them. Files are read in the browser and go nowhere. */
import type { Format } from '@tongheng/quantity/linter/finding';
import type { Text } from '../../../kernel/text.ts';

/** Of a file in bytes, and of a pasted text in characters. */
export const largest = 5_000_000;

const formatOfName: Readonly<Record<string, Format>> = {
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  html: 'html',
  htm: 'html',
};

export const acceptedNames = Object.keys(formatOfName)
  .map((name) => `.${name}`)
  .join(',');

const refusals = {
  large: ['{name} 超过 5 MB，请拆分后再检查', '{name} is larger than 5 MB; split it first'],
  workbook: ['{name} 是电子表格，请另存为 CSV 后再检查', '{name} is a workbook; save it as CSV first'],
  document: [
    '{name} 不是纯文本，请另存为 .txt 或 .html，或复制其中的文字粘贴到这里',
    '{name} is no plain text; save it as .txt or .html, or paste its text here',
  ],
  picture: ['{name} 是图片或音像文件，不能检查其中的文字', '{name} is a picture or recording; its words cannot be checked'],
  kind: ['不支持 {name}，可用的文件为 txt、md、csv、html', '{name} is not supported; txt, md, csv and html are'],
  binary: ['{name} 的内容不是文本（可能只改了扩展名）', 'The content of {name} is no text (perhaps only its name was changed)'],
  encoding: ['{name} 的编码不能识别，请另存为 UTF-8', 'The encoding of {name} is not known; save it as UTF-8'],
  empty: ['{name} 是空文件', '{name} is empty'],
  several: ['一次只能检查一个文件', 'One file at a time'],
  unreadable: ['{name} 不能读取，可能是文件夹', '{name} cannot be read; it may be a folder'],
} as const satisfies Readonly<Record<string, Text>>;

/** Why a file is not taken; the sentence has a place for its name. */
export const refusalOf = (reason: keyof typeof refusals): Text => refusals[reason];

const endOf = (name: string): string => (/\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? '').toLowerCase();

/** Judges a file by name and size. @example judgeName('report.docx', 1000) // { refusal: … } */
export function judgeName(name: string, bytes: number): { readonly format: Format } | { readonly refusal: Text } {
  const end = endOf(name);
  if (/^(?:xlsx?|xlsm|ods|et|numbers)$/.test(end)) return { refusal: refusals.workbook };
  if (/^(?:docx?|pdf|rtf|odt|wps|ofd|pptx?|pages|epub)$/.test(end)) return { refusal: refusals.document };
  if (/^(?:png|jpe?g|gif|bmp|tiff?|webp|svg|heic|mp[34]|avi|mov|wav)$/.test(end)) return { refusal: refusals.picture };
  const format = Object.keys(formatOfName).includes(end) ? formatOfName[end] : undefined;
  if (format === undefined) return { refusal: refusals.kind };
  if (bytes > largest) return { refusal: refusals.large };
  return bytes === 0 ? { refusal: refusals.empty } : { format };
}

/** The encoding by its mark, else UTF-8, else what older Chinese programs write. */
function decode(bytes: Uint8Array): string | undefined {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one is tried.
    }
  }
  return undefined;
}

/** The text of a file, or why it is none. */
export function readText(bytes: Uint8Array): { readonly text: string } | { readonly refusal: Text } {
  const text = decode(bytes);
  if (text === undefined) return { refusal: refusals.encoding };
  if (text.includes('\u0000')) return { refusal: refusals.binary };
  return text.trim() === '' ? { refusal: refusals.empty } : { text };
}

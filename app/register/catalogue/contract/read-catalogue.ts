import { locales } from 'zod';
import { Problem, problems } from '../../../kernel/problem.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { entryKey } from '../rules/catalogue.ts';
import { CatalogueDocument } from './catalogue-document.ts';

export const catalogueFileProblems = problems('catalogueFile', {
  notJson: {
    kind: 'malformed',
    text: ['目录文件不是合法的 JSON', 'The file of the catalogue is not JSON'],
    next: ['请用 UTF-8 编码的 JSON 文件，并检查提示的位置', 'Use a JSON file in UTF-8 and check the place named'],
  },
  form: {
    kind: 'invalid',
    text: ['目录文件的内容不符合格式', 'The file does not have the form of a catalogue'],
    next: ['请下载现行版本的数据文件，对照逐项改正', 'Download the file of the present edition and correct yours place by place after it'],
  },
});

type Fault = { readonly path: readonly (string | number)[]; readonly zh: string; readonly en: string };

/** "entries.3.mode" says little to who looks at a list of names: the entry is named where it has a name. */
function placeOf(path: Fault['path'], json: unknown): string {
  const [first, index, ...rest] = path;
  const entries = (json as { entries?: readonly { name?: readonly unknown[] }[] }).entries;
  const name = first === 'entries' && typeof index === 'number' && Array.isArray(entries) ? entries[index]?.name?.[0] : undefined;
  return typeof name === 'string' ? `entries.${String(index)} ${name} ${rest.join('.')}`.trimEnd() : path.join('.') || '/';
}

function refuse(faults: readonly Fault[], json: unknown, language: Language): never {
  const shown = faults.slice(0, 8);
  const more = faults.length - shown.length;
  const list = shown.map(({ path, zh, en }) => ({ place: placeOf(path, json), zh, en }));
  throw new Problem(catalogueFileProblems.form, {
    detail: [
      list.map(({ place, zh }) => `${place}：${zh}`).join('；') + (more > 0 ? `；另有${more}处` : ''),
      list.map(({ place, en }) => `${place}: ${en}`).join('; ') + (more > 0 ? `; and ${more} more` : ''),
    ],
    issues: faults.map(({ path, zh, en }) => ({
      path: ['file', ...path],
      message: `${placeOf(path, json)} ${inLanguage([zh, en], language)}`,
    })),
  });
}

/** What the form alone does not see: names and numbers that stand twice, an end before the beginning, an official table that is none. */
function contradictions({ entries, inForceFrom, inForceTo, numbering, complete }: CatalogueDocument): Fault[] {
  const faults: Fault[] = [];
  const twice = (of: readonly (string | number)[], field: string, zh: string, en: string): void =>
    of.forEach((value, index) => {
      if (of.indexOf(value) < index) faults.push({ path: ['entries', index, field], zh, en });
    });
  twice(
    entries.map(({ name }) => entryKey(name[0])),
    'name',
    '名称重复',
    'the name stands twice',
  );
  twice(
    entries.map(({ number }) => number),
    'number',
    '序号重复',
    'the number stands twice',
  );
  if (inForceFrom !== null && inForceTo !== null && inForceTo < inForceFrom)
    faults.push({ path: ['inForceTo'], zh: '早于实施日期', en: 'before the first day in force' });
  if (complete && numbering === 'working')
    faults.push({ path: ['complete'], zh: '序号仍是工作序号的目录不能称为完整', en: 'a table with working numbers is not complete' });
  return faults;
}

/** An edition of the catalogue out of the text of a file, or a problem that names every place that is wrong. */
export function readCatalogueText(text: string, language: Language = 'en'): CatalogueDocument {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const position = /position (\d+)/.exec(reason)?.[1];
    const before = position === undefined ? text : text.slice(0, Number(position));
    const [line, column] = [before.split('\n').length, before.length - before.lastIndexOf('\n')];
    throw new Problem(catalogueFileProblems.notJson, {
      detail: [`第${line}行第${column}列：${reason}`, `line ${line}, column ${column}: ${reason}`],
    });
  }
  const english = CatalogueDocument.safeParse(json, { error: locales.en().localeError });
  if (!english.success) {
    const chinese = CatalogueDocument.safeParse(json, { error: locales.zhCN().localeError });
    const faults = english.error.issues.map((issue, index) => ({
      path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
      zh: chinese.error?.issues[index]?.message ?? issue.message,
      en: issue.message,
    }));
    refuse(faults, json, language);
  }
  const faults = contradictions(english.data);
  if (faults.length > 0) refuse(faults, json, language);
  return english.data;
}

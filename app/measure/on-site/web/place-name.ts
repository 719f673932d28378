import { conclusions } from '../../verification/rules/life-cycle.ts';
import { cellAt } from '../../verification/rules/sheet.ts';
import type { Form } from '@tongheng/procedures/form';
import type { SheetState } from '../../verification/web/sheet-state.ts';
import { currentLanguage } from '../../../web/language.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';

type Place = { readonly path: string; readonly name: string };

/** The reading that has the focus, as a person calls it; a photo is bound to it. Without a focus it is the first one of the sheet. */
export function placeOf(sheet: SheetState): Place | undefined {
  const language = currentLanguage();
  const [first] = sheet.groups.filter(({ id }) => id !== 'sheet');
  const beginning = first === undefined ? undefined : (first.fields[0] ?? first.columns[0]);
  const fallback =
    first === undefined || beginning === undefined
      ? undefined
      : `readings.${first.id}.${first.fields.length > 0 ? '' : 'rows.0.'}${beginning.id}`;
  const path = sheet.place?.startsWith('readings.') === true ? sheet.place : fallback;
  const cell = path === undefined ? undefined : cellAt(path);
  const group = sheet.groups.find(({ id }) => id === cell?.group);
  if (path === undefined || cell === undefined || group === undefined) return undefined;
  const field = (cell.row === null ? group.fields : group.columns).find(({ id }) => id === cell.column);
  const words = [
    inLanguage(group.title, language),
    cell.row === null ? '' : String(cell.row + 1),
    field === undefined ? '' : inLanguage(field.label, language),
  ];
  return { path, name: words.filter((word) => word !== '').join(' ') };
}

const parts: Readonly<Record<string, Text>> = {
  testedOn: ['检定日期', 'Day of the test'],
  environment: ['环境', 'Environment'],
  standards: ['标准器', 'Standards'],
  secondPerson: ['现场第二人', 'Second person'],
  seals: ['印证', 'Stickers and seals'],
  photos: ['照片', 'Photos'],
  remarks: ['备注', 'Remarks'],
  conclusion: ['结论', 'Conclusion'],
  edition: ['规程版本', 'Edition'],
};

const inside: Readonly<Record<string, Text>> = {
  role: ['用途', 'role'],
  standard: ['器具', 'standard'],
  statement: ['说明', 'statement'],
  kind: ['种类', 'kind'],
  action: ['加施或拆除', 'applied or removed'],
  number: ['号码', 'number'],
  position: ['位置', 'position'],
  path: ['读数', 'reading'],
  digest: ['摘要', 'digest'],
};

/** What stands at a place, in words where it is a choice. */
export function valueName(path: string, value: string, form: Form | undefined, say: (text: Text) => string): string {
  if (value === '') return '/';
  if (path === 'conclusion' && (value === 'pass' || value === 'fail')) return say(conclusions[value]);
  const [part = '', group = '', ...rest] = path.split('.');
  if (part === 'environment') return value;
  const found = form?.readings.find(({ id }) => id === group);
  const field = [...(found?.fields ?? []), ...(found?.columns ?? [])].find(({ id }) => id === rest[rest.length - 1]);
  const choice = field?.choices?.find((one) => one.value === value);
  return choice === undefined ? value : say(choice.label);
}

/** A place of a record in words: `readings.weighing.rows.3.indication` of a form is its third row's indication. */
export function placeName(path: string, form: Form | undefined, say: (text: Text) => string): string {
  const [part = '', group = '', ...rest] = path.split('.');
  const named = parts[part];
  if (part !== 'readings') {
    const environment = part === 'environment' ? form?.environment.fields.find(({ id }) => id === group) : undefined;
    if (named !== undefined && environment !== undefined) return `${say(named)} ${say(environment.label)}`;
    const words = [group, ...rest].map((word) => (inside[word] === undefined ? word : say(inside[word] as Text)));
    return [named === undefined ? part : say(named), ...words].filter((word) => word !== '').join(' ');
  }
  const found = form?.readings.find(({ id }) => id === group);
  const column = rest[rest.length - 1] ?? '';
  const field = [...(found?.fields ?? []), ...(found?.columns ?? [])].find(({ id }) => id === column);
  const row = rest[0] === 'rows' ? (rest[1] ?? '') : '';
  return [found === undefined ? group : say(found.title), row, field === undefined ? column : say(field.label)]
    .filter((word) => word !== '')
    .join(' ');
}

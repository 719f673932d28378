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

/** A place of a record in words: `readings.weighing.rows.3.indication` of a form is its third row's indication. */
export function placeName(path: string, form: Form | undefined, say: (text: Text) => string): string {
  const [part = '', group = '', ...rest] = path.split('.');
  const named = parts[part];
  if (part !== 'readings') return [named === undefined ? part : say(named), group, ...rest].filter((word) => word !== '').join(' ');
  const found = form?.readings.find(({ id }) => id === group);
  const column = rest[rest.length - 1] ?? '';
  const field = [...(found?.fields ?? []), ...(found?.columns ?? [])].find(({ id }) => id === column);
  const row = rest[0] === 'rows' ? (rest[1] ?? '') : '';
  return [found === undefined ? group : say(found.title), row, field === undefined ? column : say(field.label)]
    .filter((word) => word !== '')
    .join(' ');
}

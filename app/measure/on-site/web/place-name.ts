import { cellAt } from '../../verification/rules/sheet.ts';
import type { SheetState } from '../../verification/web/sheet-state.ts';
import { currentLanguage } from '../../../web/language.ts';
import { inLanguage } from '../../../kernel/text.ts';

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

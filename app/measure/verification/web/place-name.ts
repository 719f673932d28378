import type { Group } from '@tongheng/procedures/form';
import type { Text } from '../../../kernel/text.ts';
import { cellAt } from '../rules/sheet.ts';

/** The words for a cell of the sheet: block, row and column. */
export function placeName(groups: readonly Group[], path: string, say: (text: Text) => string): string {
  const cell = cellAt(path);
  const group = groups.find(({ id }) => id === cell?.group);
  if (cell === undefined || group === undefined) return path;
  const field = (cell.row === null ? group.fields : group.columns).find(({ id }) => id === cell.column);
  return [say(group.title), cell.row === null ? '' : String(cell.row + 1), field === undefined ? '' : say(field.label)]
    .filter((part) => part !== '')
    .join(' ');
}

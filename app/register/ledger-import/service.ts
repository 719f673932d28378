export { toNew } from './service/apply.ts';
export { ledgerImportService } from './service/import.ts';
export { together } from './service/together.ts';
export { surroundingsOf } from './service/surroundings.ts';
export { openTable } from './service/workbook/table.ts';
export { templateFields, writeBook, type Line } from './service/workbook/template.ts';
export { Unreadable } from './service/workbook/unreadable.ts';

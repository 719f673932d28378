import { kindsOf } from '../../../register/ledger-import/rules/kind-words.ts';
import type { Cells } from '../../../register/ledger-import/rules/field.ts';
import { settleCount, settleKind } from '../../../register/ledger-import/rules/ledger-row.ts';
import { readCells, type Lookup, type RowReading } from '../../../register/ledger-import/rules/row.ts';
import { reservationFields } from './fields.ts';

/** One instrument of a reservation: its kind by the name, else by the subcategory of the catalogue that the file names. */
export function readReservationRow(cells: Cells, lookup: Lookup): RowReading {
  const row = readCells(reservationFields, cells, lookup);
  const { said } = row;
  const [certain, ...more] = kindsOf(said['name'] ?? '');
  const [narrower, ...others] = kindsOf(said['subcategory'] ?? '');
  if ((certain === undefined || more.length > 0) && narrower !== undefined && others.length === 0) said['kind'] = narrower;
  settleKind(row);
  settleCount(row);
  return row;
}

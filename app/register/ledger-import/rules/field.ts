import type { Text } from '../../../kernel/text.ts';

export type Choice = { readonly value: string; readonly text: Text; readonly synonyms?: readonly string[] };

/**
 * How a cell is read. `code`: kept letter by letter, no number of the spreadsheet; `month`: a day whose day or month may be missing;
 * `kind`, `region` and `township` are looked up; `passive`: recognised and not kept.
 */
export type FieldType = 'text' | 'code' | 'credit-code' | 'day' | 'month' | 'choice' | 'kind' | 'region' | 'township' | 'count' | 'passive';

/** One column of a workbook: its words, what else it is called, and how its cells are read. */
export type Field = {
  readonly id: string;
  readonly label: Text;
  /** Other headings under which people and programs write it. */
  readonly synonyms?: readonly string[];
  readonly type: FieldType;
  readonly required?: boolean;
  readonly most?: number;
  readonly choices?: readonly Choice[];
  readonly help?: Text;
  /** false: understood where a file has it, not offered in the template */
  readonly inTemplate?: boolean;
};

/** What stands in a cell, as text, and as what the spreadsheet kept it. */
export type Cell = {
  readonly text: string;
  readonly as: 'text' | 'number' | 'day' | 'fault';
  /** The value was written once for a merged range, whose first cell is named. */
  readonly mergedFrom?: string;
};
export type Cells = Readonly<Record<string, Cell>>;

/** Says something about a row: where, whether it refuses the row, and what to do. */
export type Remark = { readonly field: string; readonly refuses: boolean; readonly text: Text };

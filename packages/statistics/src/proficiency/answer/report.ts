/** The readable answer in both languages: a title, aligned rows, warnings. */
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import type { Entries } from '../../sample/read-input.ts';

export type Text = readonly [zh: string, en: string];
export type Warning = { readonly id: string; readonly text: Text };
type Cell = string | Text;

export type Report = {
  readonly title: Text;
  readonly answer: object;
  readonly rows: readonly (readonly Cell[])[];
  readonly warnings?: readonly Warning[];
  readonly isRefusal?: boolean;
};

/** A table of a standard that no person has compared with the official text yet. */
export const unconfirmedTable = (source: string): Warning => ({
  id: 'unconfirmed-table',
  text: [`所用数表（${source}）尚未与正式文本核对`, `the table used (${source}) was not yet compared with the official text`],
});

/** What answers one method of the command. */
export type Method = (fields: Entries) => Report;

/** Chinese characters take two columns of a terminal. */
const width = (text: string): number => text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0);

function aligned(rows: readonly (readonly Cell[])[], language: 0 | 1): string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell[language])));
  const widths = cells.reduce<number[]>(
    (most, row) =>
      row.reduce((own, cell, index) => {
        own[index] = Math.max(own[index] ?? 0, width(cell));
        return own;
      }, most),
    [],
  );
  return cells.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd(),
  );
}

/** @param method repeated in the answer for machines, so that a stored answer says how it came about */
export function answerOf(method: string, { title, answer, rows, warnings = [], isRefusal = false }: Report): CommandAnswer {
  const text = (language: 0 | 1): string =>
    [
      title[language],
      ...aligned(rows, language),
      ...warnings.map((warning) => `${language === 0 ? '注意：' : 'Note: '}${warning.text[language]}`),
    ].join('\n');
  return {
    answer: { method, ...answer, ...(warnings.length > 0 ? { warnings: warnings.map(({ id, text: [zh, en] }) => ({ id, zh, en })) } : {}) },
    exitCode: isRefusal ? 1 : 0,
    text: [text(0), text(1)],
  };
}

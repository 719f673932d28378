import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { finishWorkbook, frozen, openWorkbook } from '../../../platform/workbook.ts';
import { requestSteps } from '../../../measure/request/rules/step.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/catalogue/rules/kinds.ts';
import type { Capacity, Forecast, Queue } from '../contract.ts';
import { ageNames, ages } from '../rules.ts';
import { figureWords as words } from '../rules/words.ts';

type Cell = string | number;
type Sheet = { readonly name: Text; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[]; readonly note?: Text };

/** The queue, the capacity and the forecast of an institute as one workbook in the reader's language. */
export async function workloadWorkbook(
  { queue, capacity, forecast }: { queue: Queue; capacity: Capacity; forecast: Forecast },
  { language, today }: Pick<Context, 'language' | 'today'>,
): Promise<Download> {
  const say = (text: Text): string => inLanguage(text, language);
  const kindWord = (kind: string): string => say(instrumentKinds[kind as InstrumentKind].text);
  const unknown = say(words.noCapacity);
  const sheets: Sheet[] = [
    {
      name: ['按环节', 'By step'],
      head: [
        say(['环节', 'Step']),
        say(words.open),
        ...ageNames.map((age) => say(ages[age])),
        say(words.late),
        say(words.stopped),
        say(words.oldest),
      ],
      rows: queue.steps.map((row) => [
        say(requestSteps[row.step]),
        row.count,
        ...ageNames.map((age) => row.ages[age]),
        row.late,
        row.stopped,
        row.oldest ?? '',
      ]),
      note: [
        '按到达该环节之日起的工作日计；期限中止的不计入逾期',
        'Working days since the step was reached; what stands still is not late',
      ],
    },
    {
      name: ['按种类', 'By kind'],
      head: [say(['器具种类', 'Kind']), say(words.open), say(words.late), say(words.stopped), say(words.oldest)],
      rows: queue.kinds.map((row) => [kindWord(row.kind), row.count, row.late, row.stopped, row.oldest ?? '']),
    },
    {
      name: ['需求与能力', 'Demand and capacity'],
      head: [
        say(['器具种类', 'Kind']),
        say(words.overdue),
        say(words.neverVerified),
        ...capacity.weeks.flatMap(({ first }) =>
          [words.due, words.accepted, words.booked, words.capacity, words.testers].map((word) => `${first} ${say(word)}`),
        ),
      ],
      rows: capacity.rows.map((row) => [
        kindWord(row.kind),
        row.overdue,
        row.neverVerified,
        ...row.weeks.flatMap((week) => [week.due, week.accepted, week.booked, week.capacity ?? unknown, week.testers ?? '']),
      ]),
      note: ['台位可由多种器具共用，各种类的能力不能相加', 'Benches may be shared by kinds: their places do not add up'],
    },
    {
      name: ['到期预测', 'Forecast'],
      head: [
        say(['器具种类', 'Kind']),
        say(['检定周期（月）', 'Period (months)']),
        say(words.overdue),
        say(words.neverVerified),
        say(words.failed),
        ...forecast.months.flatMap((month) => [words.known, words.estimated].map((word) => `${month.slice(0, 7)} ${say(word)}`)),
      ],
      rows: forecast.rows.map((row) => [
        kindWord(row.kind),
        row.period ?? say(['因器具而异', 'differs']),
        row.overdue,
        row.neverVerified,
        row.failed,
        ...row.months.flatMap(({ known, estimated }) => [known, estimated]),
      ]),
      note: [
        '已知到期按台账有效期计；预计再检按现行规程的周期推算，是估算',
        'Known by the ledger; “again” is estimated by the period of the present procedure',
      ],
    },
  ];
  const book = await openWorkbook();
  for (const { name, head, rows, note } of sheets) {
    const sheet = book.addWorksheet(say(name), { views: [frozen(2, 1)] });
    sheet.addRow([`${queue.institute?.name ?? ''} ${say(name)} ${today}`]).font = { bold: true, size: 14 };
    sheet.addRow([...head]).font = { bold: true };
    for (const row of rows) sheet.addRow([...row]);
    if (note !== undefined) sheet.addRow([say(note)]).font = { italic: true };
    sheet.columns.forEach((column, index) => (column.width = index === 0 ? 24 : 14));
    sheet.getRow(2).alignment = { wrapText: true, vertical: 'top' };
  }
  const title = say(['工作量', 'Workload']);
  return finishWorkbook(book, `${title} ${today}`);
}

import { both } from '../../../kernel/text.ts';

export const texts = both({
  month: ['{n} 月', '{name}'],
  title: ['工作日历', 'Working calendar'],
  lead: [
    '检定期限按工作日计算：周一至周五，按国务院办公厅放假通知调整。',
    'Periods count working days: Monday to Friday, but for the State Council’s notice on holidays.',
  ],
  year: ['年份', 'Year'],
  workingDays: ['全年 {n} 个工作日', '{n} working days in the year'],
  noNotice: [
    '当年放假安排尚未录入：目前只把周六、周日算作休息日，到期日可能变动。',
    'The notice of this year is not recorded: only Saturdays and Sundays are free, and last days may move.',
  ],
  notice: ['放假安排通知', 'Notice on holidays'],
  documentNumber: ['文号', 'Document number'],
  unknownNumber: ['文号未载', 'number not given'],
  issuedOn: ['发布日期', 'Issued'],
  source: ['来源', 'Source'],
  recordedBy: ['录入', 'Recorded'],
  brought: ['随程序提供', 'Comes with the program'],
  days: ['放假与调休', 'Holidays and exchanged days'],
  history: ['历次录入', 'Recorded so far'],
  reason: ['更正理由', 'Reason of the correction'],
  record: ['录入放假通知', 'Record a notice'],
  correct: ['更正本年安排', 'Correct this year'],
  paste: ['粘贴通知全文', 'Paste the text of the notice'],
  pasteHint: [
    '程序按“一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”的写法识别，读不懂的会指出。',
    'It is read sentence by sentence; what cannot be read is said.',
  ],
  read: ['识别到 {n} 天', '{n} days were read'],
  readNothing: ['粘贴后在此核对识别结果', 'What was read is shown here to be compared'],
  faults: ['请核对以下各处，改正文字后才能录入', 'Correct these places in the text first'],
  holidayMark: ['休', 'off'],
  workingMark: ['班', 'work'],
  legend: ['休：放假；班：调休上班', 'off: holiday; work: exchanged working day'],
});

/**
 * What 追溯处置通知 and 复检通知 say. The Chinese paper is the document; the English one is a translation for reading, complete and marked as such. Names
 * of organizations and equipment stand as they are recorded.
 */
import type { Language } from '../../../kernel/text.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import { checkWords } from './impact-check-words.ts';
import { noticeKinds, type NoticeKind, type NoticeState } from './impact.ts';
import { triageClasses, type Triage } from './impact-triage.ts';

/** A certificate that a notice names; its check that stands worst as the evaluation kept it, numbers as decimal text in `worstUnit`. */
export type NoticeLine = {
  readonly number: string;
  readonly testedOn: string;
  readonly kind: string;
  readonly model: string;
  readonly serial: string;
  readonly triage: string;
  readonly worstCheck: string | null;
  readonly worstValue: string | null;
  readonly worstAfter: string | null;
  readonly worstLimit: string | null;
  readonly worstUnit: string | null;
};

export type NoticeSubject = {
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly number: string;
  readonly documentNumber: string | null;
  readonly draftedOn: string;
  readonly to: { readonly name: string; readonly nameEn: string | null };
  readonly institute: { readonly name: string; readonly nameEn: string | null };
  readonly standard: { readonly name: string; readonly number: string; readonly serial: string };
  readonly since: string;
  readonly foundOn: string;
  readonly lines: readonly NoticeLine[];
  readonly demonstration: boolean;
};

export type NoticeWords = {
  readonly title: string;
  /** That it is a translation; nothing on the document itself. */
  readonly mark: string | null;
  readonly state: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly lines: readonly string[];
  readonly foot: readonly string[];
};

const months = 'January February March April May June July August September October November December'.split(' ');
const dayIn = (language: Language, day: string): string => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return language === 'zh' ? `${year} 年 ${month} 月 ${date} 日` : `${date} ${months[month - 1] ?? ''} ${year}`;
};

/** Every instrument with the value as recorded and put right; its own result alone is told to a holder. */
function linesIn(language: Language, lines: NoticeSubject['lines']): string[] {
  const side = language === 'zh' ? 0 : 1;
  return lines.map((line, index) => {
    const name = instrumentKinds[line.kind as InstrumentKind]?.text[side] ?? line.kind;
    const limit = `${line.worstLimit ?? ''} ${line.worstUnit ?? ''}`.trim();
    const check = line.worstCheck === null ? null : checkWords(line.kind, line.worstCheck)[side];
    const numbers =
      check === null
        ? ''
        : language === 'zh'
          ? `；最不利项 ${check}：记录值 ${line.worstValue ?? ''}，修正后 ${line.worstAfter ?? ''}，限值 ${limit}`
          : `; worst check ${check}: recorded ${line.worstValue ?? ''}, put right ${line.worstAfter ?? ''}, limit ${limit}`;
    const gap = language === 'zh' ? '　' : '  ';
    return [
      `${index + 1}. ${line.number}`,
      line.testedOn,
      name,
      line.model,
      line.serial,
      `${triageClasses[line.triage as Triage][side]}${numbers}`,
    ].join(gap);
  });
}

function chinese({
  kind,
  state,
  documentNumber,
  standard,
  since,
  foundOn,
  lines,
  to,
  institute,
  draftedOn,
  number,
  demonstration,
}: NoticeSubject): NoticeWords {
  const interval = `${dayIn('zh', since)}至 ${dayIn('zh', foundOn)}`;
  const failed = `标准器“${standard.name}”（编号 ${standard.number}，出厂编号 ${standard.serial}）`;
  const paragraphs: Readonly<Record<NoticeKind, readonly string[]>> = {
    disposal: [
      `本机构于 ${dayIn('zh', foundOn)}发现${failed}超出允许误差，存疑期间为 ${interval}。`,
      `贵单位在此期间有 ${lines.length} 份证书直接或经由其他标准器以该标准器为上一级。请核对下列证书，按评估结论采取处置措施，并将结果函告本机构。其他机构出具的证书由其出具机构处置，本通知不予转发。`,
    ],
    reverification: [
      `本机构于 ${dayIn('zh', foundOn)}发现${failed}超出允许误差，存疑期间为 ${interval}。`,
      `以该标准器检定的贵单位下列 ${lines.length} 台（件）计量器具，其结论可能受到影响，需要复检。复检不收取检定费（财税〔2017〕20号），时间由本机构另行安排，请予配合。已提交的检定申请及其状态不受本通知影响。`,
    ],
  };
  return {
    title: noticeKinds[kind][0],
    mark: null,
    state: state === 'issued' ? (documentNumber ?? '') : '（拟稿，经机构签发并加盖印章后有效）',
    to: `${to.name}：`,
    paragraphs: paragraphs[kind],
    lines: linesIn('zh', lines),
    foot: [institute.name, `拟稿日期 ${dayIn('zh', draftedOn)}　编号 ${number}`, ...(demonstration ? ['演示·无效'] : [])],
  };
}

function english({
  kind,
  state,
  documentNumber,
  standard,
  since,
  foundOn,
  lines,
  to,
  institute,
  draftedOn,
  number,
  demonstration,
}: NoticeSubject): NoticeWords {
  const found = `On ${dayIn('en', foundOn)} this institute found its standard "${standard.name}" (number ${standard.number}, serial number ${standard.serial}) outside of its permissible error. The doubtful interval is from ${dayIn('en', since)} to ${dayIn('en', foundOn)}, both days included.`;
  const one = lines.length === 1;
  const paragraphs: Readonly<Record<NoticeKind, readonly string[]>> = {
    disposal: [
      found,
      `${lines.length} ${one ? 'certificate' : 'certificates'} of your organization within this interval ${one ? 'rests' : 'rest'} on it directly or through other standards. Please check the certificates listed below, act on each as it was evaluated, and tell this institute the outcome in writing. Certificates issued by other institutes are dealt with by those who issued them and are not passed on with this notice.`,
    ],
    reverification: [
      found,
      `The verification results of the following ${lines.length} measuring ${one ? 'instrument' : 'instruments'} of your organization, verified with this standard, may be affected: ${one ? 'it has' : 'they have'} to be verified again. Verifying again is free of charge (Cai Shui [2017] No. 20, 财税〔2017〕20号). This institute will arrange the time separately and asks for your cooperation. Requests for verification that were filed, and their state, are not affected by this notice.`,
    ],
  };
  return {
    title: `${noticeKinds[kind][1]} (${noticeKinds[kind][0]})`,
    mark: 'English translation for reading only. The Chinese text is the document and prevails. Names stand as they are recorded.',
    state:
      state === 'issued'
        ? `Issued as ${documentNumber ?? ''}`
        : '(Draft: takes effect when the institute has issued and sealed the Chinese document)',
    to: `To: ${to.nameEn ?? to.name}`,
    paragraphs: paragraphs[kind],
    lines: linesIn('en', lines),
    foot: [
      institute.nameEn ?? institute.name,
      `Drafted on ${dayIn('en', draftedOn)}, number ${number}`,
      ...(demonstration ? ['Demonstration, not valid'] : []),
    ],
  };
}

/** What the paper says in a language. */
export const noticeWords = (subject: NoticeSubject, language: Language): NoticeWords =>
  language === 'zh' ? chinese(subject) : english(subject);

import type { Text } from '../../../kernel/text.ts';
import { isCreditCode } from '../../organization/rules.ts';
import { isIdentityNumber, isMasked } from './identity.ts';
import type { Content, Field, Kind } from './kind.ts';
import { phaseNames } from './kind.ts';

export type Fault = { readonly path: readonly string[]; readonly text: Text };

const required: Text = ['必填', 'Required'];

function faultOfValue(field: Field, value: string): Text | undefined {
  switch (field.type) {
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) === true ? undefined : ['请从列表中选择', 'Choose from the list'];
    case 'day':
      return isDay(value) ? undefined : ['日期格式应为 2026-01-31', 'A day is written 2026-01-31'];
    case 'decimal':
      return /^\d{1,12}(\.\d{1,6})?$/.test(value) ? undefined : ['请填写数字', 'Enter a number'];
    case 'creditCode':
      return isCreditCode(value)
        ? undefined
        : ['统一社会信用代码的校验码不正确（GB 32100-2015）', 'The check character of the credit code is wrong (GB 32100-2015)'];
    case 'identity':
      return isMasked(value) || isIdentityNumber(value)
        ? undefined
        : ['公民身份号码的校验码不正确（GB 11643-1999）', 'The check character of the identity number is wrong (GB 11643-1999)'];
    case 'text':
    case 'longText':
      return undefined;
  }
}

export const isDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year >= 1949 && month >= 1 && month <= 12 && day >= 1 && day <= longest;
};

function faultsOfHead(kind: Kind, content: Content, today: string): Fault[] {
  const faults: Fault[] = [];
  const say = (path: string, text: Text): void => void faults.push({ path: [path], text });
  for (const key of ['title', 'documentNumber', 'issuer'] as const) if (content[key].trim() === '') say(key, required);
  if (!/^\d{6}$/.test(content.region)) say('region', ['请填写六位行政区划代码（GB/T 2260）', 'A region is a six-digit code (GB/T 2260)']);
  if (!isDay(content.since)) say('since', ['日期格式应为 2026-01-31', 'A day is written 2026-01-31']);
  else if (content.since > today) say('since', ['不能晚于今天', 'It cannot be later than today']);
  if (kind.levels.length === 0 && content.level !== null) say('level', ['此类登记不分级别', 'This kind has no levels']);
  if (kind.levels.length > 0 && (content.level === null || !kind.levels.includes(content.level))) {
    say('level', ['请选择级别', 'Choose a level']);
  }
  if (kind.head.until === undefined && content.until !== null) say('until', ['此类登记没有有效期', 'This kind has no end of validity']);
  if (kind.head.until?.required === true && content.until === null) say('until', required);
  if (content.until !== null && !isDay(content.until)) say('until', ['日期格式应为 2026-01-31', 'A day is written 2026-01-31']);
  else if (content.until !== null && content.until < content.since) say('until', ['早于开始日期', 'It is before the beginning']);
  return faults;
}

function faultsOfPhases(kind: Kind, content: Content, today: string): Fault[] {
  if (!kind.phased) return content.phases.length === 0 ? [] : [{ path: ['phases'], text: ['此类登记不分阶段', 'This kind has no phases'] }];
  const inOrder = content.phases.every((step, index) => {
    const before = content.phases[index - 1];
    return (
      isDay(step.day) &&
      step.day <= today &&
      step.documentNumber.trim() !== '' &&
      (before === undefined || (phaseNames.indexOf(before.phase) < phaseNames.indexOf(step.phase) && before.day <= step.day))
    );
  });
  return inOrder
    ? []
    : [
        {
          path: ['phases'],
          text: [
            '阶段应依次为批准筹建、建设、验收、授牌，日期不得倒置或晚于今天，且须有文号',
            'Phases follow each other: approved, construction, acceptance, designation; days neither go back nor lie ahead; each has a document',
          ],
        },
      ];
}

/** Everything that is wrong with what an entry says; empty when it may be submitted. */
export function faultsOf(kind: Kind, content: Content, today: string): Fault[] {
  const known = new Set(kind.fields.map((field) => field.id));
  return [
    ...faultsOfHead(kind, content, today),
    ...kind.fields.flatMap((field): Fault[] => {
      const value = content.payload[field.id] ?? '';
      const text = value === '' ? (field.required ? required : undefined) : faultOfValue(field, value);
      return text === undefined ? [] : [{ path: ['payload', field.id], text }];
    }),
    ...Object.keys(content.payload)
      .filter((id) => !known.has(id))
      .map((id): Fault => ({ path: ['payload', id], text: ['没有这一栏', 'There is no such field'] })),
    ...faultsOfPhases(kind, content, today),
  ];
}

/** Trimmed, without empty fields, and with the first phase of a phased kind, which is what its head says. */
export function tidied(kind: Kind, content: Content): Content {
  const payload = Object.fromEntries(
    Object.entries(content.payload)
      .map(([id, value]) => {
        const type = kind.fields.find((field) => field.id === id)?.type;
        const trimmed = value.trim();
        return [id, type === 'creditCode' || type === 'identity' ? trimmed.toUpperCase() : trimmed] as const;
      })
      .filter(([, value]) => value !== ''),
  );
  const documentNumber = content.documentNumber.trim();
  const later = content.phases.filter((step) => step.phase !== 'approval');
  return {
    ...content,
    title: content.title.trim(),
    documentNumber,
    issuer: content.issuer.trim(),
    payload,
    phases: kind.phased ? [{ phase: 'approval', day: content.since, documentNumber }, ...later] : [...content.phases],
  };
}

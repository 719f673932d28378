import { toDayNumber } from '../../../kernel/day.ts';

const form = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 of an instant with its zone, in ISO 8601; NaN for any other text. @example instantOf('1970-01-01T08:00:00+08:00') // 0 */
export function instantOf(text: string): number {
  const [, day, hours, minutes, seconds = '0', fraction = '0', zone] = form.exec(text) ?? [];
  if (day === undefined || zone === undefined) return NaN;
  const [sign, ahead, more] = zone === 'Z' ? [1, 0, 0] : [zone.startsWith('-') ? -1 : 1, Number(zone.slice(1, 3)), Number(zone.slice(4))];
  const offset = sign * (ahead * 60 + more);
  return (
    ((toDayNumber(day) * 24 + Number(hours)) * 60 + Number(minutes) - offset) * 60_000 +
    Number(seconds) * 1000 +
    Math.floor(Number(`0.${fraction}`) * 1000)
  );
}

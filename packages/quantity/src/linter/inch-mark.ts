import { verdictOf } from './allowance.ts';
import { isDigit } from './characters.ts';
import { suggestConversion, valuesOf } from './conversion.ts';
import type { NumberToken } from './number-token.ts';
import type { Passage } from './passage.ts';
import { messageOf } from './report.ts';
import type { Judged } from './symbol-judgement.ts';

const feetAndInches = /^(?:'|′)\s?\d{1,2}(?:"|″|'')/;

/** 55" and 5'10": marks of inches and feet. A quotation mark that closes a quotation, and seconds of an angle, are none. */
export function judgeInchMark(passage: Passage, number: NumberToken, at: number): Judged {
  const { text } = passage;
  const none: Judged = { end: at, unit: false };
  const mark = text.charAt(at);
  if (at !== number.after) return none;
  const compound = feetAndInches.exec(passage.after(at, 6));
  // 31°59′20″ is an angle.
  if (/[°′]\s?$/.test(passage.before(number.start, 2))) return none;
  let end = at + 1;
  if (compound) {
    if (!/高|长|宽|height|tall|stands|feet|\bft\b/i.test(passage.before(number.start, 24) + passage.after(at + compound[0].length, 12)))
      return none;
    end = at + compound[0].length;
  } else {
    if (mark !== '"' && mark !== '″') return none;
    if (mark === '"' && passage.quotation(number.start) === '"') return none;
    const line = passage.before(number.start, 60);
    const open = (line.match(/"/g) ?? []).length % 2 === 1;
    if (mark === '"' && open) return none;
    const next = text.charAt(end);
    const sized =
      passage.speaks('screen', number.start, end, 24) ||
      passage.speaks('wheel', number.start, end, 12) ||
      /pipe|hose|bolt|screw|tube|cake|pizza|inch|diameter|wide|long|tall|管|阀|接头|螺|蛋糕|披萨|规格|尺寸|口径/i.test(
        passage.before(number.start, 24) + passage.after(end, 24),
      );
    if (!sized || isDigit(next.charCodeAt(0))) return none;
  }
  const verdict = verdictOf({ family: compound ? '' : 'inch' }, passage, number.start, end);
  if (verdict === undefined) return { end, unit: true };
  const suggestion = compound ? 'm' : suggestConversion(valuesOf(number.values, number.joiner), '×', 'in', { to: 'cm', factor: '2.54' });
  return {
    end,
    unit: true,
    report: {
      from: number.start,
      to: end,
      rule: 'not-legal-unit',
      severity: verdict,
      suggestion,
      message: messageOf('not-legal-unit', compound ? compound[0] : mark, compound ? 'm' : 'cm'),
    },
  };
}

import { create } from 'qrcode';

/** Modules that must stay white on each side of a QR code (ISO/IEC 18004). */
const quiet = 4;
/** A module of a printed code is never smaller, in millimetres. */
export const leastModule = 0.3;

/**
 * A mask spreads dark and light evenly over a code. The text of a label is mostly the digits of a signature, which are as even under each mask: to
 * compare all eight, as ISO/IEC 18004 7.8.3 says, takes ten times as long as all else, and whatever reads codes reads every mask.
 */
const mask = 2;

export type Code = { readonly svg: string; readonly side: number };
export type CodeSize = {
  /** Millimetres that a module should have. */
  readonly module: number;
  /** Millimetres that a side has at most, its white border included. */
  readonly most: number;
};

/**
 * A text as one path of an SVG, its white border included; runs of letters, digits and bytes are encoded each in its own way. The code
 * shrinks to the space as long as its modules stay legible, then takes less redundancy, then is refused with RangeError.
 */
export function drawCode(text: string, { module, most }: CodeSize): Code {
  for (const errorCorrectionLevel of ['M', 'L'] as const) {
    const { modules } = create(text, { errorCorrectionLevel, maskPattern: mask });
    const whole = modules.size + 2 * quiet;
    const side = Math.min(module * whole, most);
    if (side / whole < leastModule) continue;
    const parts: string[] = [];
    for (let y = 0; y < modules.size; y += 1) {
      for (let x = 0; x < modules.size; x += 1) {
        if (modules.get(y, x) === 0) continue;
        let run = 1;
        while (x + run < modules.size && modules.get(y, x + run) !== 0) run += 1;
        parts.push(`M${x + quiet} ${y + quiet}h${run}v1h-${run}z`);
        x += run;
      }
    }
    const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${whole}" viewBox="0 0 ${whole} ${whole}">`;
    return { svg: `${frame}<path fill="#000" d="${parts.join('')}"/></svg>`, side };
  }
  throw new RangeError(`a text of ${text.length} characters is too long for a code of ${most} mm`);
}

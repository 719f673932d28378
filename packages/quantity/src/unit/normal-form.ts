/**
 * One form for signs that look alike, with the place of each in the text as it was given: both micro signs (U+00B5, U+03BC), both ohm signs (U+2126, U+03A9),
 * Å and K of the compatibility block, ℃, squared units of Chinese keyboards (㎡, ㎏), full-width signs, the dots of multiplication, minus signs.
 */
const single: Readonly<Record<string, string>> = {
  '\u03bc': '\u00b5',
  '\u2126': '\u03a9',
  '\u212b': '\u00c5',
  '\u212a': 'K',
  '∆': 'Δ',
  '−': '-',
  '–': '-',
  '⋅': '·',
  '∙': '·',
  '•': '·',
  '・': '·',
  '‧': '·',
  '∕': '/',
  '⁄': '/',
  '÷': '/',
  '％': '%',
  '’': '′',
  '”': '″',
  º: '°',
  '℃': '°C',
  '℉': '°F',
  '㎡': 'm²',
  '㎥': 'm³',
  '㎜': 'mm',
  '㎝': 'cm',
  '㎞': 'km',
  '㎎': 'mg',
  '㎏': 'kg',
  ℓ: 'L',
  '㎖': 'mL',
  '㏄': 'cc',
  '㎐': 'Hz',
  '㎑': 'kHz',
  '㎒': 'MHz',
  '㎓': 'GHz',
  '㎩': 'Pa',
  '㎪': 'kPa',
  '㎫': 'MPa',
  '㎧': 'm/s',
  '㎾': 'kW',
  '㎸': 'kV',
  '㎟': 'mm²',
  '㎠': 'cm²',
  '㎤': 'cm³',
  '㎢': 'km²',
  '㏑': 'ln',
  '㎍': 'µg',
  '㎕': 'µL',
  '㎛': 'µm',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\t': ' ',
};

export type NormalForm = {
  readonly text: string;
  /** Index in the given text for each index of `text`, and for its end. */
  readonly places: readonly number[];
};

/** degC and degF, as instruments and programs without the degree sign write them; UCUM's [degF] is left to UCUM. */
const written = /(?<![A-Za-z[])deg([CF])(?![A-Za-z\]])/y;

/** @example normalised('50 μm').text // '50 µm', with U+00B5 */
export function normalised(given: string): NormalForm {
  let text = '';
  const places: number[] = [];
  for (let index = 0; index < given.length; index += 1) {
    written.lastIndex = index;
    const degree = written.exec(given)?.[1];
    if (degree !== undefined) {
      text += `°${degree}`;
      places.push(index, index);
      index += 3;
      continue;
    }
    const character = given.charAt(index);
    const code = character.charCodeAt(0);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (single[character] ?? character);
    for (let part = 0; part < half.length; part += 1) places.push(index);
    text += half;
  }
  places.push(given.length);
  return { text, places };
}

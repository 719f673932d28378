/** Every reason the verifier can give: one closed list, so that page, command and file say the same words. */
import type { Answer, Text } from './answer.ts';
import { authorityReasons } from './reasons/authority.ts';
import { evidenceReasons } from './reasons/evidence.ts';
import { formReasons } from './reasons/form.ts';
import { recomputationReasons } from './reasons/recomputation.ts';
import { signatureReasons } from './reasons/signature.ts';

export const reasons = {
  ...formReasons,
  ...signatureReasons,
  ...authorityReasons,
  ...evidenceReasons,
  ...recomputationReasons,
} as const;
export type Code = keyof typeof reasons;

/** Values of the places of a sentence; a pair is taken in the language of the sentence. */
export type Places = Readonly<Record<string, string | number | Text>>;

/** What a text of foreign bytes may show: no control characters, no change of direction, at most 200 characters. */
export const shown = (value: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  value.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd').slice(0, 200);

function fill(sentence: string, places: Places, side: 0 | 1): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = places[name];
    return value === undefined ? whole : shown(String(typeof value === 'object' ? value[side] : value));
  });
}

/**
 * The answer with this code, its places filled in.
 *
 * @example answerOf('log.notGiven').ok // null
 */
export function answerOf(code: Code, places: Places = {}): Answer {
  const { ok, text } = reasons[code];
  return { ok, code, reason: [fill(text[0], places, 0), fill(text[1], places, 1)] };
}

/**
 * The list of certificates that ended: the text of a signed note (C2SP signed-note), small enough to carry along.
 *
 *     tongheng-revocations/1
 *     320685.example/log
 *     2026-11-26T08:00:00Z
 *     2
 *     320685A2026000001X revoked 2026-11-20
 *     320685A2026000002V replaced 2026-11-21 320685A2026000007K
 *
 * Lines end with a line feed; numbers ascend; the count guards against a list that was cut.
 */

export const revocationFormat = 'tongheng-revocations/1';
/** No list is longer, in characters: some 300,000 endings. */
export const longestRevocationList = 16_000_000;

export type Ending =
  | { readonly number: string; readonly kind: 'revoked'; readonly day: string }
  | { readonly number: string; readonly kind: 'replaced'; readonly day: string; readonly by: string };

export type RevocationList = {
  /** The log whose key signs the list. */
  readonly origin: string;
  /** The instant of the list in UTC, 'YYYY-MM-DDThh:mm:ssZ'. */
  readonly asOf: string;
  readonly endings: readonly Ending[];
};

/** A text that is no list of revocations; `line` counts from 1. */
export class InvalidRevocationList extends Error {
  readonly line: number;
  constructor(line: number, why: string) {
    super(`line ${line}: ${why}`);
    this.name = 'InvalidRevocationList';
    this.line = line;
  }
}

const isInstant = (text: string): boolean =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text);
const isOrigin = (text: string): boolean => /^[!-*,-~]{1,200}$/.test(text);
const ending = /^([0-9A-Z]{12,30}) (?:(revoked) (\d{4}-\d{2}-\d{2})|(replaced) (\d{4}-\d{2}-\d{2}) ([0-9A-Z]{12,30}))$/;

const lineOf = (one: Ending): string => `${one.number} ${one.kind} ${one.day}${one.kind === 'replaced' ? ` ${one.by}` : ''}`;

/**
 * The text that is signed; endings are put in order.
 *
 * @example printRevocationList({ origin: 'city/log', asOf: '2026-11-26T08:00:00Z', endings: [] }).split('\n')[3] // '0'
 */
export function printRevocationList({ origin, asOf, endings }: RevocationList): string {
  const sorted = [...endings].sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
  const text = `${[revocationFormat, origin, asOf, String(sorted.length), ...sorted.map(lineOf)].join('\n')}\n`;
  readRevocationList(text);
  return text;
}

/** The list that the text prints; throws InvalidRevocationList for any other text. */
export function readRevocationList(text: string): RevocationList {
  if (text.length > longestRevocationList) throw new InvalidRevocationList(1, 'the list is too long');
  if (!text.endsWith('\n')) throw new InvalidRevocationList(1, 'the last line has no end');
  const [format = '', origin = '', asOf = '', count = '', ...lines] = text.slice(0, -1).split('\n');
  if (format !== revocationFormat) throw new InvalidRevocationList(1, `not ${revocationFormat}`);
  if (!isOrigin(origin)) throw new InvalidRevocationList(2, 'no origin');
  if (!isInstant(asOf)) throw new InvalidRevocationList(3, 'no instant');
  if (!/^(?:0|[1-9]\d{0,7})$/.test(count) || Number(count) !== lines.length)
    throw new InvalidRevocationList(4, 'not the number of the lines that follow');
  const endings = lines.map((line, index): Ending => {
    const [, number = '', revoked, revokedOn = '', , replacedOn = '', by = ''] = ending.exec(line) ?? [];
    if (number === '') throw new InvalidRevocationList(index + 5, 'no number with its ending and day');
    return revoked === undefined ? { number, kind: 'replaced', day: replacedOn, by } : { number, kind: 'revoked', day: revokedOn };
  });
  for (let index = 1; index < endings.length; index += 1)
    if ((endings[index - 1]?.number ?? '') >= (endings[index]?.number ?? ''))
      throw new InvalidRevocationList(index + 5, 'numbers do not ascend');
  return { origin, asOf, endings };
}

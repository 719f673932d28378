/** Whether a certificate ended, by a signed list and as of its day. */
import { InvalidLog } from '../log/invalid-log.ts';
import { checkSignatures, readNote } from '../log/note.ts';
import type { VerifierKey } from '../log/verifier-key.ts';
import type { Answer, Text } from './answer.ts';
import { daysBetween, readableInstant } from './day.ts';
import { answerOf } from './reasons.ts';
import { InvalidRevocationList, longestRevocationList, readRevocationList, type RevocationList } from './revocation-list.ts';

/** A list older than this, in days, no longer says that a certificate still holds. */
export const staleAfterDays = 31;

/** Room for the signatures below a list, in characters. */
const longestSignatures = 10_000;

export type Dated = { readonly number: string; readonly issuedOn: string; readonly validUntil: string | null };

const unusable = (detail: Text): Answer => answerOf('revocation.badList', { detail });

/** The list in a signed note, or why it cannot be used. */
async function openList(text: string, logKeys: readonly VerifierKey[]): Promise<RevocationList | Answer> {
  try {
    const note = readNote(text, longestRevocationList + longestSignatures);
    const list = readRevocationList(note.text);
    if (logKeys.length === 0) return unusable(['没有受信任的公钥，无法检查名单的签名', 'no trusted key to check its signature with']);
    const own = logKeys.filter(({ name }) => name === list.origin);
    const checked = await checkSignatures(note, own);
    if (checked.some(({ ok }) => ok === false)) return unusable(['名单的签名无效', 'its signature is not valid']);
    if (!checked.some(({ ok }) => ok === true)) return unusable(['名单没有受信任的签名', 'no trusted key has signed it']);
    return list;
  } catch (error) {
    if (error instanceof InvalidLog) return unusable(error.text);
    if (error instanceof InvalidRevocationList) return unusable([`名单内容不规范（第 ${error.line} 行）`, error.message]);
    throw error;
  }
}

/**
 * The answer of the list for a certificate on the day `at`. A clock that is behind the certificate or the list is said to be wrong, instead of
 * calling anything expired or not yet valid.
 */
export async function revocationAnswer(
  dated: Dated | null,
  list: string | undefined,
  logKeys: readonly VerifierKey[],
  at: string,
): Promise<Answer> {
  if (dated === null) return answerOf('revocation.noNumber');
  const today = at.slice(0, 10);
  const { number, issuedOn, validUntil } = dated;
  const opened = list === undefined ? undefined : await openList(list, logKeys);
  const ended = opened !== undefined && 'endings' in opened ? opened.endings.find((one) => one.number === number) : undefined;
  if (opened !== undefined && 'endings' in opened && ended !== undefined) {
    const places = { day: ended.day, asOf: readableInstant(opened.asOf) };
    return ended.kind === 'revoked' ? answerOf('revocation.revoked', places) : answerOf('revocation.replaced', { ...places, by: ended.by });
  }
  if (today < issuedOn) return answerOf('revocation.clock', { at: today, what: ['签发日期', 'the day of issue'], day: issuedOn });
  if (opened === undefined) return answerOf('revocation.notGiven');
  if (!('endings' in opened)) return opened;
  const listDay = opened.asOf.slice(0, 10);
  const asOf = readableInstant(opened.asOf);
  // Instants of a list are in UTC, days of a certificate are the city's: one day of difference is no wrong clock.
  if (daysBetween(today, listDay) > 1)
    return answerOf('revocation.clock', { at: today, what: ['名单日期', 'the day of the list'], day: listDay });
  if (daysBetween(listDay, issuedOn) > 1) return answerOf('revocation.listBeforeIssue', { asOf, day: issuedOn });
  const age = daysBetween(listDay, today);
  if (age > staleAfterDays) return answerOf('revocation.notListedStale', { asOf, days: age });
  return validUntil !== null && validUntil < today
    ? answerOf('revocation.expired', { asOf, until: validUntil })
    : answerOf('revocation.notListed', { asOf });
}

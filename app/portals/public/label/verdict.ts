import type { LabelClaims } from '@tongheng/seal/label/claims';
import type { CertificateStatus } from '../../../measure/certificate/rules.ts';
import type { Judgement } from './judge.ts';
import type { texts } from './label-text.ts';

type Key = keyof typeof texts.zh;
/** What stands at the head of the page, and in which colour. None of them says that the instrument is right. */
export type Headline = { readonly title: Key; readonly meaning: Key; readonly tone: 'found' | 'bad' | 'attention' };

export function headlineOf({ signature, authority, demonstration }: Judgement, isFresh: boolean): Headline {
  if (signature === 'forged') return { title: 'forged', meaning: 'forgedMeaning', tone: 'bad' };
  if (demonstration === 'marked') return { title: 'demonstration', meaning: 'demonstrationMeaning', tone: 'bad' };
  if (demonstration === 'hidden') return { title: 'demonstration', meaning: 'hiddenDemonstration', tone: 'bad' };
  if (signature === 'noTrust') return { title: 'noTrust', meaning: 'noTrustMeaning', tone: 'attention' };
  if (signature === 'unknownKey')
    return isFresh
      ? { title: 'unknownKey', meaning: 'unknownKeyFresh', tone: 'bad' }
      : { title: 'unknownKey', meaning: 'unknownKeyKept', tone: 'attention' };
  if (authority.ok === false) return { title: 'notAuthorized', meaning: 'genuineMeaning', tone: 'bad' };
  return { title: 'genuine', meaning: 'genuineMeaning', tone: authority.ok === true ? 'found' : 'attention' };
}

/** over: the last day has passed · clock: the device says a day before the label was made, so nothing is judged by it. */
export type Term = 'running' | 'over' | 'clock' | 'none';

export function termOf({ validUntil, issuedOn }: Pick<LabelClaims, 'validUntil' | 'issuedOn'>, day: string): Term {
  if (validUntil === null) return 'none';
  if (day < issuedOn) return 'clock';
  return validUntil < day ? 'over' : 'running';
}

/** Days between two days, whichever is first; a device abroad is a day off without being wrong. */
export const daysApart = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;

export type Standing = 'revoked' | 'replaced' | 'notRevoked' | 'revocationUnknown';

/** By the server where it answered, else by the list that is kept. */
export function standingOf(status: CertificateStatus | undefined, listed: Judgement['revocation']): Standing {
  if (status === 'revoked') return 'revoked';
  if (status === 'superseded') return 'replaced';
  if (listed.code === 'revocation.revoked') return 'revoked';
  if (listed.code === 'revocation.replaced') return 'replaced';
  return status === 'valid' || listed.ok === true ? 'notRevoked' : 'revocationUnknown';
}

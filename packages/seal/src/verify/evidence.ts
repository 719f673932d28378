/** What one kind of file yields, before log, list and trust are asked; the rest is the same for all kinds. */
import type { Answer } from './answer.ts';
import { authorityAnswer, type Claimed } from './authority.ts';
import type { Examination, VerifyOptions } from './examination.ts';
import { logAnswer, type Sealed } from './log-answer.ts';
import { answerOf } from './reasons.ts';
import { revocationAnswer, type Dated } from './revocation-answer.ts';
import type { Trust } from './trust.ts';

export type Evidence = Pick<Examination, 'kind' | 'facts' | 'differences' | 'results' | 'attached'> & {
  readonly form: Answer;
  readonly signature: Answer;
  readonly recomputation: Answer;
  /** Certificates in DER, the signer's first. */
  readonly signer: readonly Uint8Array[] | undefined;
  /** Whether the signature that names the signer holds. */
  readonly isSigned: boolean | null;
  /** null: nothing is known that a signer could be held against. */
  readonly claimed: Claimed | null;
  readonly sealed: Sealed | null;
  readonly dated: Dated | null;
  /** A certificate of another system: its issuer is to be asked. */
  readonly isForeign: boolean;
};

const noKeys = { logKeys: [], witnessKeys: [] };

/** The six answers about what a file yielded. */
export async function concluded(evidence: Evidence, options: VerifyOptions, trust: Trust | undefined): Promise<Examination> {
  const { kind, form, signature, recomputation, facts, differences, results, attached, signer, claimed, sealed, dated } = evidence;
  const { proof, log: local, knownCheckpoint, revocations, at } = options;
  const log = evidence.isForeign
    ? { answer: answerOf('log.noRecord'), index: null }
    : await logAnswer(sealed, { proof, local, knownCheckpoint }, trust ?? noKeys);
  const revocation = evidence.isForeign
    ? answerOf('revocation.foreign')
    : await revocationAnswer(dated, revocations, trust?.logKeys ?? [], at);
  const authority = await authorityAnswer({ signer, signature: evidence.isSigned, claimed, trust, logIndex: log.index });
  return {
    kind,
    verification: { form, signature, authority, log: log.answer, revocation, recomputation },
    facts,
    differences,
    results,
    attached,
  };
}

/** A file that was begun and could not be read: the form says why, the others that they were not asked. */
export const unread = (kind: Examination['kind'], form: Answer): Examination => ({
  kind,
  verification: {
    form,
    signature: answerOf('signature.notRead'),
    authority: answerOf('authority.noSigner'),
    log: answerOf('log.notRead'),
    revocation: answerOf('revocation.notRead'),
    recomputation: answerOf('recomputation.notRead'),
  },
  facts: [],
  differences: [],
  results: [],
  attached: undefined,
});

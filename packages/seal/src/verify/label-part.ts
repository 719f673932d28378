/** The code of a label: a few signed facts, of which cryptography cannot say on which instrument they stand. */
import { InvalidLabel } from '../label/invalid-label.ts';
import { isSameText, type LabelText } from '../label/label-text.ts';
import { checkLabel, readLabel, type Label, type LabelKey } from '../label/label.ts';
import { readCertificate } from '../x509/certificate.ts';
import type { Answer, Text } from './answer.ts';
import { organizationOf } from './authority.ts';
import type { Evidence } from './evidence.ts';
import { factsOfLabel } from './facts.ts';
import { carriedLeaf } from './log-answer.ts';
import { answerOf } from './reasons.ts';
import { evidenceOfRecord, openRecord, recordDigest } from './record-part.ts';
import type { KnownSigner, Trust } from './trust.ts';

type Key = LabelKey & { readonly signer: KnownSigner };

function keysOf({ signers }: Trust): Key[] {
  return signers.flatMap((signer): Key[] => {
    const [leaf] = signer.chain;
    const own: Key[] = leaf === undefined ? [] : [{ algorithm: 'ecdsa-p256', publicKey: readCertificate(leaf).spki, signer }];
    const { sm2Certificate: sm2 } = signer;
    return sm2 === null ? own : [...own, { algorithm: 'sm2', publicKey: readCertificate(sm2).spki, signer: { ...signer, chain: [sm2] } }];
  });
}

const printed = ({ text, digest }: LabelText): string => (digest === null ? text : `…${text}`);

function formOf({ claims }: Label, serial: string | undefined): Answer {
  if (claims.serial === null) return answerOf(serial === undefined ? 'form.labelWithoutSerial' : 'form.labelNotCompared');
  if (serial !== undefined && !isSameText(claims.serial, serial))
    return answerOf('form.otherInstrument', { given: serial, serial: printed(claims.serial) });
  const seal: Text =
    claims.seal === null ? ['', ''] : [`，封印或合格证编号 ${printed(claims.seal)}`, `, seal or sticker ${printed(claims.seal)}`];
  return answerOf('form.label', { serial: printed(claims.serial), seal });
}

/** A record that was given beside a label is the label's own when its digest begins as the label says. */
function besideRecord(
  beside: string | undefined,
  claims: Label['claims'],
): Pick<Evidence, 'recomputation' | 'differences' | 'sealed'> | Answer | undefined {
  if (beside === undefined) return undefined;
  const opened = openRecord(beside);
  if ('refusal' in opened) return opened.refusal;
  if (!recordDigest(opened.text).startsWith(claims.recordDigest)) return answerOf('form.givenRecordDiffersFromLabel');
  const { recomputation, differences, sealed } = evidenceOfRecord(opened.record, opened.text);
  return { recomputation, differences, sealed };
}

/**
 * What a label yields. A proof whose leaf is of this number and begins with the label's digest lets the log be asked as well.
 */
export async function examineLabel(
  text: string,
  {
    serial,
    proof,
    record: beside,
  }: { readonly serial?: string | undefined; readonly proof?: string | undefined; readonly record?: string | undefined },
  trust: Trust | undefined,
): Promise<Evidence | Answer> {
  let label: Label;
  try {
    label = readLabel(text);
  } catch (error) {
    if (error instanceof InvalidLabel) return answerOf('form.broken', { detail: error.reason });
    throw error;
  }
  const { claims, kid } = label;
  const checked = await checkLabel(label, trust === undefined ? [] : keysOf(trust));
  const what: Text = ['二维码', 'code'];
  const signature = checked.ok
    ? answerOf('signature.valid', { what })
    : checked.code === 'unknown-key'
      ? answerOf('signature.labelKeyUnknown', { key: kid })
      : answerOf('signature.invalid', { what, detail: ['与所用密钥不符', 'it was not made by the key that it names'] });
  const signer = checked.ok ? checked.key.signer : undefined;
  const [leaf] = signer?.chain ?? [];
  const logged = proof === undefined ? undefined : carriedLeaf(proof);
  const isOwn = logged !== undefined && logged.number === claims.number && logged.recordDigest.startsWith(claims.recordDigest);
  const found = besideRecord(beside, claims);
  const own = formOf(label, serial);
  const form = found !== undefined && 'code' in found && own.ok !== false ? found : own;
  return {
    kind: 'label',
    form,
    signature,
    recomputation: answerOf('recomputation.label'),
    signer: signer?.chain,
    isSigned: checked.ok ? true : checked.code === 'unknown-key' ? null : false,
    claimed: {
      institute: leaf === undefined ? '' : organizationOf(readCertificate(leaf)),
      creditCode: null,
      issuer: claims.issuer,
      day: claims.issuedOn,
      testedOn: claims.testedOn,
      scope: null,
      demonstration: claims.demonstration,
      isOurs: true,
      isLabel: true,
    },
    sealed: isOwn ? { leaf: logged } : null,
    dated: { number: claims.number, issuedOn: claims.issuedOn, validUntil: claims.validUntil },
    facts: factsOfLabel(claims),
    differences: [],
    results: [],
    attached: undefined,
    isForeign: false,
    ...(found !== undefined && 'sealed' in found ? found : {}),
  };
}

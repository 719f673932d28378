import type { ReactElement } from 'react';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { examinedKinds } from '../rules.ts';
import { correctionWords } from '../rules/certificate-change.ts';
import { certificateFields, reasonField } from './fields.tsx';
import type { Dossier } from './MeasurementStandardPage.tsx';
import { texts } from './text.ts';

export type RecordedCertificate = Dossier['certificates'][number];
type Props = { readonly dossier: Dossier; readonly certificate: RecordedCertificate; readonly onDone: () => void };

const asked = ['number', 'issuer', 'issuedOn', 'validFrom', 'validUntil'] as const;

/** Puts right what was recorded of a certificate: what stood there before is kept with the reason, and what counts follows the new days. */
export function CertificateCorrection({ dossier, certificate, onDone }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <>
      <p className="soft">
        {say(examinedKinds[certificate.kind])} {certificate.number} · {text.correctionLead}
      </p>
      <RecordForm
        endpoint={endpoints.correctCertificate}
        params={{ id: dossier.id }}
        fixed={{ certificate: certificate.id }}
        fields={[...certificateFields, reasonField]}
        initial={Object.fromEntries(asked.map((name) => [name, certificate[name]]))}
        submit={['更正', 'Correct']}
        confirm={(typed) => correctionWords(changesOf(certificate, typed))}
        done={['已更正，原登记保留', 'Corrected; what was recorded before is kept']}
        onDone={onDone}
      />
    </>
  );
}

const changesOf = (before: RecordedCertificate, typed: Readonly<Record<string, unknown>>) =>
  certificateFields.map(({ name, label }) => {
    const value = typed[name];
    return { label, was: before[name as (typeof asked)[number]], is: typeof value === 'string' ? value.trim() : '' };
  });

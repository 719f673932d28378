import type { ReactElement } from 'react';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { examinedKinds } from '../rules.ts';
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
        confirm={(typed) => changedWords(certificate, typed)}
        done={['已更正，原登记保留', 'Corrected; what was recorded before is kept']}
        onDone={onDone}
      />
    </>
  );
}

/** What would change, field by field, before it does. */
function changedWords(before: RecordedCertificate, typed: Readonly<Record<string, unknown>>): readonly [string, string] {
  const changes = certificateFields.flatMap(({ name, label }) => {
    const [was, is] = [before[name as (typeof asked)[number]], String(typed[name] ?? '').trim()];
    return was === is ? [] : [{ label, was, is }];
  });
  if (changes.length === 0)
    return [
      '各项与原登记相同，提交后只新增一条更正记录。仍要提交吗？',
      'Every field is as it was recorded: only a record of the correction would be added. Submit it all the same?',
    ];
  return [
    `${changes.map(({ label, was, is }) => `${label[0]}由 ${was} 改为 ${is}`).join('；')}。有效期、有效数和到期预测随之改变，原登记保留。`,
    `${changes.map(({ label, was, is }) => `${label[1]}: ${was} becomes ${is}`).join('; ')}. Validity, count and forecast follow; what was recorded before is kept.`,
  ];
}

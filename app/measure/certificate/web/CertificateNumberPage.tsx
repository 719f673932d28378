import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useSearchState } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { onSiteEndpoints } from '../../on-site/contract.ts';
import { certificateEndpoints } from '../contract.ts';
import { numberFateNames, numberFates } from '../rules/number.ts';
import { FormButton } from './FormButton.tsx';
import { fateTags } from './states.ts';
import { texts } from './text.ts';

type Given = ReplyOf<typeof certificateEndpoints.listCertificateNumbers>['items'][number];

const hasDocument = ({ fate }: Given): boolean => fate === 'issued' || fate === 'revoked' || fate === 'superseded';

const columns: readonly Column<Given>[] = [
  {
    key: 'number',
    title: ['编号', 'Number'],
    show: (one) => (hasDocument(one) ? <a href={`/desk/certificates/${one.number}`}>{one.number}</a> : one.number),
  },
  { key: 'fate', title: ['去向', 'What became of it'], narrow: true, show: (one) => <StatusTag states={fateTags} state={one.fate} /> },
  { key: 'institute', title: ['机构', 'Institute'], show: (one) => one.institute.name },
  {
    key: 'purpose',
    title: ['预留用途', 'Reserved for'],
    show: (one) => [one.purpose, one.device].filter((part) => part !== null).join(' · '),
  },
  { key: 'reason', title: ['理由', 'Reason'], show: (one) => <Explained one={one} /> },
  { key: 'person', title: ['经办', 'By'], narrow: true, show: (one) => one.person },
  { key: 'at', title: ['时间', 'At'], narrow: true, show: (one) => (one.at === null ? null : printInstant(one.at)) },
];

/** Why it is not used, and where it was told on the site: under which number the document of the instrument was issued instead. */
function Explained({ one }: { readonly one: Given }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {one.reason}
      {one.document === null ? null : (
        <p className="soft">
          {text.toldOther} <a href={`/desk/certificates/${one.document}`}>{one.document}</a>
        </p>
      )}
    </>
  );
}

/** Every number of a year and what became of it. */
export function CertificateNumberPage(): ReactElement {
  const text = useTexts(texts);
  const mayReserve = usePermit('certificate.number');
  const [search] = useSearchState();
  const [isReserving, setReserving] = useState(false);
  const year = typeof search['year'] === 'string' || typeof search['year'] === 'number' ? Number(search['year']) : undefined;
  const which = year === undefined ? {} : { year };
  return (
    <>
      <PageHead
        title={text.numbersTitle}
        lead={text.numbersLead}
        actions={
          <>
            {mayReserve ? (
              <>
                <Button type="primary" onClick={() => setReserving(true)}>
                  {text.reserve}
                </Button>
                <FormButton />
              </>
            ) : null}
            <Button href={addressOf(certificateEndpoints.exportCertificateNumbers, { query: { ...which, as: 'xlsx' } })}>
              {text.exportXlsx}
            </Button>
            <Button href={addressOf(certificateEndpoints.exportCertificateNumbers, { query: { ...which, as: 'csv' } })}>
              {text.exportCsv}
            </Button>
          </>
        }
      />
      <div className="stack">
        <Counts which={which} />
        <DataTable
          endpoint={certificateEndpoints.listCertificateNumbers}
          columns={columns}
          rowKey={(one) => one.number}
          caption={['证书编号', 'Certificate numbers']}
          filters={[
            { name: 'q', label: ['编号', 'Number'] },
            { name: 'year', label: ['年份', 'Year'] },
            { name: 'from', label: ['自', 'From'], kind: 'day' },
            { name: 'to', label: ['至', 'To'], kind: 'day' },
            {
              name: 'fate',
              label: ['去向', 'What became of it'],
              kind: 'choice',
              options: numberFateNames.map((value) => ({ value, label: numberFates[value] })),
            },
          ]}
          empty={{
            title: ['没有编号', 'No numbers'],
            next: ['出证或预留号段后出现在这里', 'They appear when a document is issued or a block is reserved'],
          }}
          {...(mayReserve ? { batch: (chosen: readonly Given[], clear: () => void) => <GiveBack chosen={chosen} onDone={clear} /> } : {})}
        />
      </div>
      {isReserving ? <Reservation onClose={() => setReserving(false)} /> : null}
    </>
  );
}

/** How many numbers of the year had which fate; each count leads to its numbers. */
function Counts({ which }: { readonly which: { readonly year?: number } }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const query = useEndpoint(certificateEndpoints.listCertificateNumbers, { query: { ...which, limit: 1 } });
  return (
    <section className="sheet">
      <Answer<typeof certificateEndpoints.listCertificateNumbers> query={query}>
        {({ counts, year }) => (
          <>
            <h2>
              {text.recomputeYear} {year}
            </h2>
            <dl className="facts">
              {numberFateNames.map((fate) => (
                <div key={fate}>
                  <dt>{say(numberFates[fate])}</dt>
                  <dd>
                    <a href={`/desk/certificate-numbers?year=${year}&fate=${fate}`}>{printNumber(counts[fate])}</a>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Answer>
    </section>
  );
}

function Reservation({ onClose }: { readonly onClose: () => void }): ReactElement {
  const text = useTexts(texts);
  const devices = useEndpoint(onSiteEndpoints.listDevices, { query: { limit: 200 } });
  const inUse = (devices.data?.items ?? []).filter(({ ending }) => ending === null);
  return (
    <Dialog title={text.reserve} onClose={onClose}>
      <p className="soft">{text.reserveLead}</p>
      <RecordForm
        endpoint={certificateEndpoints.reserveCertificateNumbers}
        fields={[
          { name: 'count', label: ['数量', 'How many'], kind: 'integer' },
          { name: 'purpose', label: ['用途', 'What for'] },
          {
            name: 'deviceId',
            label: ['现场设备', 'Device for work on site'],
            kind: 'choice',
            options: inUse.map(({ id, name, person }) => ({ value: id, label: [`${name}（${person.name}）`, `${name} (${person.name})`] })),
            hint: [
              '检定员带出时即带走，现场记录批准后以其出证',
              'Its technician takes them along; records from the site are issued under them',
            ],
          },
          {
            name: 'device',
            label: ['其他去处', 'Elsewhere'],
            hint: ['预印证书等，写明何处', 'Pre-printed forms and the like: where they go'],
          },
        ]}
        submit={['预留', 'Reserve']}
        done={['已预留', 'Reserved']}
        onDone={onClose}
      />
    </Dialog>
  );
}

function GiveBack({ chosen, onDone }: { readonly chosen: readonly Given[]; readonly onDone: () => void }): ReactElement {
  const text = useTexts(texts);
  const [isOpen, setOpen] = useState(false);
  const { run, pending, problem, reset } = useAction(certificateEndpoints.returnCertificateNumbers, {
    onDone: () => {
      setOpen(false);
      onDone();
    },
  });
  const close = (): void => {
    reset();
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.giveBack}</Button>
      {isOpen ? (
        <ReasonDialog
          title={text.giveBack}
          atLeast={4}
          pending={pending}
          problem={problem}
          onConfirm={(reason) => void run({ body: { numbers: chosen.map(({ number }) => number), reason } })}
          onCancel={close}
        />
      ) : null}
    </>
  );
}

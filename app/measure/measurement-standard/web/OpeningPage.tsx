import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useGo } from '../../../web/address.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints } from '../contract.ts';
import { descriptionFields, sinceField } from './fields.tsx';
import { texts } from './text.ts';

type Entry = ReplyOf<typeof measurementStandardEndpoints.listTakeableEntries>['items'][number];

/** A dossier begins with what it is called and what it measures. */
export function OpeningPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  return (
    <>
      <PageHead title={text.open} lead={text.openLead} actions={<Button href="/desk/measurement-standards">{text.all}</Button>} />
      <div className="sheet spaced">
        <RecordForm
          endpoint={measurementStandardEndpoints.openMeasurementStandard}
          fields={[...descriptionFields, sinceField]}
          initial={{ kind: 'public' }}
          draft="measurement-standard-opening"
          done={['已建档', 'Opened']}
          onDone={({ id }) => go(`/desk/measurement-standards/${id}`)}
        />
      </div>
    </>
  );
}

/** Accepted entries without a dossier; one action makes a dossier of one. */
export function EntryPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const [chosen, setChosen] = useState<Entry>();
  const columns: readonly Column<Entry>[] = [
    { key: 'title', title: ['名称', 'Name'], show: (one) => <a href={`/desk/entries/${one.id}`}>{one.title}</a> },
    { key: 'number', title: ['证书号', 'Certificate'], show: (one) => one.documentNumber },
    { key: 'keeper', title: ['保存单位', 'Keeper'], show: (one) => one.keeper },
    { key: 'since', title: ['发证日期', 'Issued on'], narrow: true, show: (one) => one.since },
    { key: 'until', title: ['有效期至', 'Valid until'], narrow: true, show: (one) => one.until },
    {
      key: 'take',
      title: ['办理', 'Action'],
      narrow: true,
      show: (one) => (one.mayTakeOver ? <Button onClick={() => setChosen(one)}>{text.takeOver}</Button> : null),
    },
  ];
  return (
    <>
      <PageHead title={text.entries} lead={text.takeOverLead} actions={<Button href="/desk/measurement-standards">{text.all}</Button>} />
      <DataTable
        endpoint={measurementStandardEndpoints.listTakeableEntries}
        columns={columns}
        rowKey={(one) => one.id}
        filters={[{ name: 'q', label: ['名称或证书号', 'Name or certificate'] }]}
        caption={['可转入的登记', 'Entries that may be taken over']}
        empty={{ title: ['没有可转入的登记', 'There is no entry to take over'] }}
      />
      {chosen === undefined ? null : (
        <Dialog title={`${text.takeOver} ${chosen.title}`} onClose={() => setChosen(undefined)}>
          <RecordForm
            endpoint={measurementStandardEndpoints.takeOverEntry}
            params={{ id: chosen.id }}
            fields={[{ name: 'quantity', label: ['计量参数', 'Quantity'] }]}
            done={['已转入', 'Taken over']}
            onDone={({ id }) => go(`/desk/measurement-standards/${id}`)}
          />
        </Dialog>
      )}
    </>
  );
}

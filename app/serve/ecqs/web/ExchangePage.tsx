import { Button, Checkbox, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { verificationKindNames, verificationKinds, type VerificationKind } from '../../../measure/request/rules.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { FileUpload } from '../../../register/ledger-import/web/FileUpload.tsx';
import { useGo } from '../../../web/address.ts';
import { printInstant, printNumber } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { ecqsEndpoints, type EcqsImport } from '../contract.ts';
import { layoutSource } from '../rules.ts';
import { texts } from './text.ts';

const columns: readonly Column<EcqsImport>[] = [
  { key: 'file', title: ['文件', 'File'], show: (item) => <a href={`/desk/ecqs/${item.id}`}>{item.fileName}</a> },
  { key: 'rows', title: ['行数', 'Rows'], number: true, show: (item) => printNumber(item.counts.rows) },
  { key: 'requested', title: ['已转为申请', 'Requested'], number: true, show: (item) => printNumber(item.counts.requested) },
  { key: 'repeated', title: ['已有申请', 'Already'], number: true, show: (item) => printNumber(item.counts.repeated) },
  { key: 'refused', title: ['未能受理', 'Not taken'], number: true, show: (item) => printNumber(item.counts.refused) },
  { key: 'by', title: ['导入', 'Imported'], show: (item) => `${item.person} ${printInstant(item.recordedAt)}` },
];

/** Reservation files in, with what became of the earlier ones. */
export function ExchangePage(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const [accept, setAccept] = useState(true);
  const [registerHolders, setRegisterHolders] = useState(false);
  const [kind, setKind] = useState<VerificationKind>('subsequent');
  const flag = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');
  return (
    <>
      <PageHead
        title={text.exchange}
        lead={text.exchangeLead}
        actions={
          <>
            <SaveFile endpoint={ecqsEndpoints.downloadReservationTemplate} request={{}} label={text.template} />
            <Button href="/desk/ecqs/results">{text.results}</Button>
          </>
        }
      />
      <div className="stack">
        <FileUpload
          endpoint={ecqsEndpoints.importReservations}
          request={(name) => ({ query: { name, verificationKind: kind, accept: flag(accept), registerHolders: flag(registerHolders) } })}
          onDone={(reply) => go(`/desk/ecqs/${reply.id}`)}
          label={text.choose}
          hint={text.formats}
          send={text.send}
        >
          <Checkbox className="choice" checked={accept} onChange={(event) => setAccept(event.target.checked)}>
            {text.accept}
          </Checkbox>
          <Checkbox className="choice" checked={registerHolders} onChange={(event) => setRegisterHolders(event.target.checked)}>
            {text.registerHolders}
          </Checkbox>
          <label className="choice" htmlFor="ecqs-kind">
            {text.kind}{' '}
            <Select
              id="ecqs-kind"
              value={kind}
              onChange={setKind}
              options={verificationKindNames.map((value) => ({ value, label: say(verificationKinds[value]) }))}
            />
          </label>
        </FileUpload>
        <details className="sheet">
          <summary>{text.about}</summary>
          <p>{say(layoutSource.text)}</p>
          <p>{text.rowWise}</p>
          <p>
            {text.ledgerHint} <a href="/desk/ledger-imports">{text.ledgerImports}</a>
          </p>
        </details>
        <DataTable
          endpoint={ecqsEndpoints.listReservationImports}
          columns={columns}
          rowKey={(item) => item.id}
          caption={['已导入的预约单文件', 'Reservation files that were imported']}
          filters={[{ name: 'q', label: ['文件名', 'File name'] }]}
          empty={{ title: ['还没有导入过预约单', 'No reservation file has been imported yet'] }}
        />
      </div>
    </>
  );
}

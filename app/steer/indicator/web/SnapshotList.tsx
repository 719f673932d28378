import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { SnapshotCard } from '../contract/shapes.ts';
import { texts } from './text.ts';
import './indicator.css';

const columns: readonly Column<SnapshotCard>[] = [
  { key: 'title', title: ['名称', 'Title'], show: (row) => <a href={`/desk/snapshots/${row.id}`}>{row.title}</a> },
  { key: 'asOf', title: ['数据截至', 'As of'], narrow: true, show: (row) => row.asOf },
  { key: 'knownAt', title: ['按当时所知', 'As known at'], narrow: true, show: (row) => printInstant(row.knownAt) },
  { key: 'by', title: ['冻结人', 'Frozen by'], show: (row) => row.person },
  { key: 'reason', title: ['理由', 'Reason'], show: (row) => row.reason },
  { key: 'digest', title: ['摘要', 'Digest'], show: (row) => <span className="digest">{row.digest.slice(0, 16)}…</span> },
];

/** The frozen snapshots, and a new one. */
export function SnapshotList(): ReactElement {
  const text = useTexts(texts);
  const mayTake = usePermit('indicator.snapshot');
  const go = useGo();
  const [taking, setTaking] = useState(false);
  const take = mayTake ? (
    <Button type="primary" onClick={() => setTaking(true)}>
      {text.takeSnapshot}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={text.snapshots} lead={text.snapshotsLead} actions={take} />
      <DataTable
        endpoint={indicatorEndpoints.listSnapshots}
        columns={columns}
        rowKey={(row) => row.id}
        caption={['快照', 'Snapshots']}
        empty={{ title: ['还没有快照', 'No snapshot yet'] }}
      />
      {taking ? (
        <Dialog title={text.takeSnapshot} onClose={() => setTaking(false)}>
          <RecordForm
            endpoint={indicatorEndpoints.takeSnapshot}
            done={['已冻结', 'Frozen']}
            onDone={(card) => go(`/desk/snapshots/${card.id}`)}
            fields={[
              { name: 'title', label: ['名称', 'Title'], hint: ['如 2025 年终期评估', 'Such as closing evaluation 2025'] },
              { name: 'asOf', label: ['数据截至', 'As of'], kind: 'day' },
              { name: 'reason', label: ['理由', 'Reason'], kind: 'long' },
            ]}
          />
        </Dialog>
      ) : null}
    </>
  );
}

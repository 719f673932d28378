import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { SingleFile } from './SingleFile.tsx';
import { feeEndpoints } from '../contract.ts';
import { PriceRows } from './PriceRows.tsx';
import { texts } from './text.ts';

/** A price list is typed as its document says. */
export function RecordPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  return (
    <>
      <PageHead title={text.record} lead={text.recordLead} actions={<Button href="/desk/fee-lists">{text.lists}</Button>} />
      <div className="sheet">
        <RecordForm
          endpoint={feeEndpoints.recordFeeList}
          fields={[
            { name: 'documentNumber', label: ['文号', 'Document number'] },
            { name: 'title', label: ['文件名称', 'Title'] },
            { name: 'issuer', label: ['发文机关', 'Issued by'] },
            { name: 'validFrom', label: ['执行日期', 'In force from'], kind: 'day' },
            {
              name: 'validTo',
              label: ['停止执行日期', 'Last day'],
              kind: 'day',
              hint: ['文件未载明的留空', 'Blank where the document names none'],
            },
            {
              name: 'prices',
              label: ['价格', 'Prices'],
              hint: ['同一种类从上到下取第一条与铭牌相符的', 'Of a kind the first row from the top that fits the nameplate'],
              control: ({ id, value, onChange }) => <PriceRows id={id} value={value} onChange={onChange} />,
            },
            { name: 'file', label: ['文件', 'The document'], control: ({ id, onChange }) => <SingleFile id={id} onChange={onChange} /> },
            { name: 'note', label: ['说明', 'Note'] },
          ]}
          initial={{ prices: [] }}
          done={['已录入', 'Recorded']}
          onDone={({ id }) => go(`/desk/fee-lists/${id}`)}
        />
      </div>
    </>
  );
}

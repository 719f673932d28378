import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import type { Filter } from '../../../web/kit/FilterBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { requestSteps } from '../../../measure/request/rules/step.ts';
import { custodyEndpoints } from '../contract.ts';
import type { CustodyItem } from '../contract/shapes.ts';
import { custodyStates, locations, longStayDays } from '../rules.ts';
import { CustodyActions } from './CustodyActions.tsx';
import { itemColumns } from './columns.tsx';
import { texts } from './text.ts';

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const filters: readonly Filter[] = [
  { name: 'q', label: ['单号、编号、单位或位置', 'Slip, number, holder or place'] },
  { name: 'status', label: ['状态', 'State'], kind: 'choice', options: optionsOf(custodyStates) },
  { name: 'location', label: ['现在何处', 'Where'], kind: 'choice', options: optionsOf(locations) },
  {
    name: 'waiting',
    label: ['待领取', 'Waiting'],
    kind: 'choice',
    options: [{ value: 'true', label: ['已出证、待领取', 'Issued, to be fetched'] }],
  },
  {
    name: 'days',
    label: ['天数不少于', 'For at least'],
    kind: 'choice',
    options: [7, 15, longStayDays, 60, 90].map((n) => ({ value: String(n), label: [`${n} 天`, `${n} days`] })),
  },
  { name: 'step', label: ['进度', 'Step'], kind: 'choice', options: optionsOf(requestSteps), more: true },
  { name: 'receivedFrom', label: ['收样自', 'Received from'], kind: 'day', more: true },
  { name: 'receivedTo', label: ['收样至', 'Received to'], kind: 'day', more: true },
];

/** Where every instrument in custody is; what waits to be fetched comes with the longest wait first. */
export function CustodyList(): ReactElement {
  const text = useTexts(texts);
  const { message } = App.useApp();
  const [search] = useSearchState();
  const mayRecord = usePermit('custody.record');
  const conditions = Object.fromEntries(filters.flatMap(({ name }) => (search[name] === undefined ? [] : [[name, search[name]]])));
  const save = async (): Promise<void> => {
    await download(custodyEndpoints.exportCustody, { query: conditions as never }).catch((error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    });
  };
  return (
    <>
      <PageHead
        title={text.items}
        lead={text.itemsLead}
        actions={
          <>
            {mayRecord ? (
              <Button type="primary" href="/desk/custody">
                {text.counter}
              </Button>
            ) : null}
            <Button href="/desk/custody/items?status=held">{text.heldLink}</Button>
            <Button href="/desk/custody/items?waiting=true">{text.waitingLink}</Button>
            <Button href={`/desk/custody/items?waiting=true&days=${longStayDays}`}>{fill(text.longLink, { n: longStayDays })}</Button>
            <Button href="/desk/custody/slips">{text.slips}</Button>
          </>
        }
      />
      <DataTable
        endpoint={custodyEndpoints.listCustody}
        columns={itemColumns}
        rowKey={(item) => item.id}
        caption={['样品', 'Instruments in custody']}
        filters={filters}
        actions={<Button onClick={() => void save()}>{text.export}</Button>}
        {...(mayRecord
          ? { batch: (chosen: readonly CustodyItem[], clear: () => void) => <CustodyActions items={chosen} onDone={clear} /> }
          : {})}
        empty={{
          title: ['没有收过样品', 'Nothing was received yet'],
          next: ['器具送到后在收样台扫码收样', 'Instruments are received at the counter by their code'],
        }}
      />
    </>
  );
}

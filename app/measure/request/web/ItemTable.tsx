import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { nameplateLine } from '../../../register/instrument/rules.ts';
import { requestEndpoints, type Request, type RequestItem } from '../contract.ts';
import { lateByInstitute } from '../rules/period.ts';
import { requestSteps } from '../rules/step.ts';
import { ClockTag } from './ClockTag.tsx';
import { ItemActions } from './ItemActions.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { StepLine } from './StepLine.tsx';
import { stepTable } from './states.ts';
import { texts } from './text.ts';

type Props = { readonly request: Request; readonly allowed: readonly string[]; readonly onDownload: () => void };

function Identity({ request, item }: { request: Request; item: RequestItem }): ReactElement {
  const { model, serial, parameters } = item.instrument;
  return (
    <>
      {model} / {serial} <span className="soft">{useSay()(nameplateLine(request.instrumentKind, parameters))}</span>
    </>
  );
}

function Progress({ request, item }: { request: Request; item: RequestItem }): ReactElement {
  return (
    <>
      <StatusTag states={stepTable} state={item.step} />
      <StepLine item={item} whereDone={request.whereDone} compact />
    </>
  );
}

/** The period in words; that the year's holidays are not known yet, and what the institute did not do in time. */
function Period({ item }: { item: RequestItem }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { clock } = item;
  return (
    <div className="period">
      {clock.state === 'not-begun' ? <span className="soft">{text.notBegun}</span> : <ClockTag clock={clock} />}
      {clock.state === 'running' ? <span className="soft">{clock.dueBy}</span> : null}
      {item.calendarKnown ? null : <span className="soft">{text.calendarUnknown}</span>}
      {item.isLate ? (
        <span className="late-fact">
          {say(lateByInstitute)}（{item.askedDueOn}）
        </span>
      ) : null}
    </div>
  );
}

/** The instruments of a request, page by page, each with its line of steps, its clock and what may be done. */
export function ItemTable({ request, allowed, onDownload }: Props): ReactElement {
  const text = useTexts(texts);
  const [shown, setShown] = useState<RequestItem>();
  const columns: readonly Column<RequestItem>[] = [
    {
      key: 'name',
      title: ['器具', 'Instrument'],
      show: ({ instrument }) => <a href={`/desk/instruments/${instrument.id}`}>{instrument.name}</a>,
    },
    { key: 'serial', title: ['型号 / 出厂编号', 'Model / serial'], show: (item) => <Identity request={request} item={item} /> },
    { key: 'place', title: ['使用地点', 'Place'], show: ({ instrument }) => instrument.place },
    { key: 'progress', title: ['办理进度', 'Progress'], show: (item) => <Progress request={request} item={item} /> },
    { key: 'period', title: ['期限', 'Period'], show: (item) => <Period item={item} /> },
    {
      key: 'history',
      title: ['经过', 'History'],
      narrow: true,
      show: (item) => (
        <Button size="small" aria-label={`${text.history} ${item.instrument.serial}`} onClick={() => setShown(item)}>
          {text.history}
        </Button>
      ),
    },
  ];
  const mayAct = ['withdraw', 'stop', 'resume'].some((action) => allowed.includes(action));
  return (
    <>
      <DataTable
        endpoint={requestEndpoints.listRequestItems}
        params={{ id: request.id }}
        columns={columns}
        rowKey={(item) => item.id}
        caption={['申请检定的器具', 'Instruments']}
        filters={[
          { name: 'q', label: ['名称、型号、编号或地点', 'Name, model, number or place'] },
          {
            name: 'step',
            label: ['进度', 'Progress'],
            kind: 'choice',
            options: Object.entries(requestSteps).map(([value, label]) => ({ value, label })),
          },
        ]}
        actions={<Button onClick={onDownload}>{text.download}</Button>}
        {...(mayAct
          ? {
              batch: (chosen: readonly RequestItem[], clear: () => void) => (
                <ItemActions id={request.id} allowed={allowed} isAccepted={request.status === 'accepted'} chosen={chosen} clear={clear} />
              ),
            }
          : {})}
        empty={{ title: ['没有器具', 'No instruments'] }}
      />
      {shown === undefined ? null : <ItemDialog item={shown} whereDone={request.whereDone} onClose={() => setShown(undefined)} />}
    </>
  );
}

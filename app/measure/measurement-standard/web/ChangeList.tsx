import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { measurementStandardEndpoints as endpoints } from '../contract.ts';
import { changeEffects, changeStates, changeTopics, treatments } from '../rules/change.ts';
import { optionsOf, reasonField } from './fields.tsx';
import { changeTags } from './tags.ts';
import { texts } from './text.ts';

type Change = ReplyOf<typeof endpoints.listStandardChanges>['items'][number];

function Said({ words }: { words: readonly [string, string] }): ReactElement {
  return <>{useSay()(words)}</>;
}
function Description({ one: { description, successor } }: { one: Change }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {description}
      {successor === null ? null : (
        <div className="soft">
          {text.successor} <a href={`/desk/measurement-standards/${successor.id}`}>{successor.name}</a>
        </div>
      )}
    </>
  );
}
export const changeColumns: readonly Column<Change>[] = [
  { key: 'topic', title: ['事项', 'What'], show: (one) => <Said words={changeTopics[one.topic]} /> },
  { key: 'description', title: ['内容', 'Description'], show: (one) => <Description one={one} /> },
  { key: 'effect', title: ['影响', 'Effect'], show: (one) => <Said words={changeEffects[one.effect]} /> },
  { key: 'treatment', title: ['应当', 'Needs'], show: (one) => <Said words={treatments[one.treatment]} /> },
  { key: 'day', title: ['日期', 'Day'], narrow: true, show: (one) => one.day },
  { key: 'state', title: ['状态', 'State'], narrow: true, show: (one) => <StatusTag states={changeTags} state={one.state} /> },
];

/** Changes and declarations, those that await the authority first to be found. */
export function ChangeList(): ReactElement {
  const text = useTexts(texts);
  const [chosen, setChosen] = useState<Change>();
  const columns: readonly Column<Change>[] = [
    {
      key: 'name',
      title: ['计量标准', 'Measurement standard'],
      show: (one) => <a href={`/desk/measurement-standards/${one.measurementStandard.id}`}>{one.measurementStandard.name}</a>,
    },
    { key: 'institute', title: ['建标单位', 'Keeper'], show: (one) => one.institute.name },
    ...changeColumns,
    {
      key: 'decide',
      title: ['办理', 'Action'],
      narrow: true,
      show: (one) => (one.mayDecide ? <Button onClick={() => setChosen(one)}>{text.decide}</Button> : null),
    },
  ];
  return (
    <>
      <PageHead title={text.changes} lead={text.changesLead} />
      <DataTable
        endpoint={endpoints.listStandardChanges}
        columns={columns}
        rowKey={(one) => one.id}
        filters={[
          { name: 'q', label: ['计量标准、内容或单位', 'Measurement standard, description or keeper'] },
          { name: 'state', label: ['状态', 'State'], kind: 'choice', options: optionsOf(changeStates) },
          { name: 'topic', label: ['事项', 'What'], kind: 'choice', options: optionsOf(changeTopics) },
        ]}
        caption={['更换与申报', 'Changes']}
        empty={{ title: ['没有更换或申报', 'There is no change'] }}
      />
      {chosen === undefined ? null : (
        <Dialog title={`${text.decide} · ${chosen.measurementStandard.name}`} onClose={() => setChosen(undefined)}>
          <Description one={chosen} />
          <RecordForm
            endpoint={endpoints.decideChange}
            params={{ id: chosen.id }}
            fields={[
              { name: 'approve', label: ['是否批准', 'Approve'], kind: 'yesNo' },
              { name: 'documentNumber', label: ['文号', 'Document number'] },
              reasonField,
            ]}
            done={['已审核', 'Decided']}
            onDone={() => setChosen(undefined)}
          />
        </Dialog>
      )}
    </>
  );
}

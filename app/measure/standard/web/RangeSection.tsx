import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { standardEndpoints } from '../contract.ts';
import type { Ranges, RangeStatement } from '../contract/range.ts';
import { standardActions } from '../rules.ts';
import { RangeField } from './RangeField.tsx';
import type { Details } from './StandardPage.tsx';
import { rangeTexts } from './range-text.ts';
import { rangeTags } from './states.ts';
import './range.css';

function Listed({ ranges }: { ranges: readonly { readonly text: string }[] }): ReactElement {
  const say = useSay();
  return <>{ranges.length === 0 ? say(['不明', 'not known']) : ranges.map(({ text }) => text).join('；')}</>;
}

const columns: readonly Column<RangeStatement>[] = [
  { key: 'since', title: ['自', 'Since'], narrow: true, show: (one) => one.since },
  { key: 'ranges', title: ['测量范围', 'Ranges'], show: (one) => <Listed ranges={one.ranges} /> },
  { key: 'reason', title: ['依据', 'On what it rests'], show: (one) => one.reason },
  { key: 'person', title: ['登记人', 'Recorded by'], narrow: true, show: (one) => one.person },
];

function Now({ now }: { now: Ranges }): ReactElement {
  const text = useTexts(rangeTexts);
  return (
    <>
      <p>
        <StatusTag states={rangeTags} state={now.basis} /> {now.since === null ? null : fill(text.since, { day: now.since })}
      </p>
      {now.items.length === 0 ? null : (
        <ul className="range-list">
          {now.items.map(({ text: range }) => (
            <li key={range}>{range}</li>
          ))}
        </ul>
      )}
      <p className="soft">{now.basis === 'none' ? text.none : now.basis === 'text' ? text.taken : text.lead}</p>
    </>
  );
}

/** What a standard is judged by, where that comes from, and every statement of it. */
export function RangeSection({ standard }: { standard: string }): ReactElement {
  const text = useTexts(rangeTexts);
  const query = useEndpoint(standardEndpoints.listRanges, { params: { id: standard as never } });
  return (
    <section className="sheet">
      <h2>{text.section}</h2>
      <Answer query={query} rows={2}>
        {({ now, statements }) => (
          <>
            <Now now={now} />
            {statements.length === 0 ? null : (
              <DataRows items={statements} columns={columns} rowKey={(one) => one.id} caption={['历次登记', 'Every statement']} />
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

/** States the ranges from a day, with what they rest on. */
export function RangeDialog({ details, onClose }: { details: Details; onClose: () => void }): ReactElement {
  const text = useTexts(rangeTexts);
  const say = useSay();
  return (
    <Dialog title={say(standardActions.range)} onClose={onClose}>
      <p className="soft">{text.lead}</p>
      <RecordForm
        endpoint={standardEndpoints.stateRanges}
        params={{ id: details.id }}
        fields={[
          {
            name: 'ranges',
            label: ['测量范围（每行一个）', 'Ranges (one a line)'],
            hint: [
              '如 (0～60) MPa；1 mg～20 kg；成组的写标称值与件数：1 kg、2 kg×2、5 kg。全部留空表示不明',
              'Such as (0～60) MPa; 1 mg～20 kg; of a set its nominal values and pieces: 1 kg, 2 kg×2, 5 kg. Nothing at all: not known',
            ],
            control: (props) => <RangeField {...props} roles={details.roles} />,
          },
          { name: 'since', label: ['自何日起', 'Since'], kind: 'day' },
          { name: 'reason', label: ['依据', 'On what it rests'], hint: ['如证书编号', 'Such as the number of the certificate'] },
        ]}
        initial={{ ranges: details.ranges.items.map(({ text: range }) => range), since: details.certificate.calibratedOn }}
        invalidates={[standardEndpoints.readStandard, standardEndpoints.listRanges]}
        done={['已登记', 'Recorded']}
        onDone={onClose}
      />
    </Dialog>
  );
}

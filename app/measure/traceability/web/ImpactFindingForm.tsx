import { useRef, useState, type ReactElement } from 'react';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { useGo, usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { impactEndpoints } from '../contract/impact.ts';
import { evidences } from '../rules/impact.ts';
import { growths, spans, transfers } from '../rules/impact-finding.ts';
import { FoundPoints, type Taken } from './FoundPoints.tsx';
import { ImpactPoints } from './ImpactPoints.tsx';
import { optionsOf } from './impact-states.ts';
import { texts } from './impact-text.ts';

const fields: readonly Field[] = [
  { name: 'evidence', label: ['发现方式', 'Found by'], kind: 'choice', options: optionsOf(evidences) },
  { name: 'evidenceNumber', label: ['证书或记录编号', 'Number of the certificate or record'] },
  { name: 'foundOn', label: ['发现日期', 'Found on'], kind: 'day', hint: ['存疑期间的最后一天', 'The last day of the doubtful interval'] },
  {
    name: 'since',
    label: ['存疑起始日期', 'Doubtful since'],
    kind: 'day',
    hint: ['空白：上次合格校准之日；更晚须写明理由', 'Empty: the last good calibration; later only with a reason'],
  },
  { name: 'sinceReason', label: ['较晚起始的理由', 'Why it begins later'], kind: 'long' },
  { name: 'unit', label: ['点的单位', 'Unit of the places'], hint: ['如 g、MPa、m³/h、A', 'Such as g, MPa, m³/h, A'] },
  {
    name: 'errorUnit',
    label: ['误差的单位', 'Unit of the errors'],
    hint: ['如 g、MPa；% 为该点值的百分数', 'Such as g, MPa; % is of the value at the place'],
  },
  {
    name: 'points',
    label: ['各点误差', 'Error by point'],
    control: (props) => <ImpactPoints {...props} />,
    hint: [
      '允许误差以内的点视为未超差；所填各点之外按未知处理，请填满使用过的量程',
      'A point within its tolerance is not wrong; beyond the points it is unknown: cover the range that was used',
    ],
  },
  { name: 'span', label: ['量程上的模型', 'Model over the range'], kind: 'choice', options: optionsOf(spans) },
  { name: 'growth', label: ['随时间的模型', 'Model over time'], kind: 'choice', options: optionsOf(growths) },
  { name: 'transfer', label: ['无原始记录的校准', 'Calibrations without a record'], kind: 'choice', options: optionsOf(transfers) },
  { name: 'words', label: ['经过', 'How it was found'], kind: 'long' },
  {
    name: 'files',
    label: ['证据', 'Evidence'],
    control: ({ value, onChange }) => <FilePicker value={(value ?? []) as never} onChange={onChange as never} />,
  },
];
const usual = {
  evidence: 'calibration',
  span: 'interpolated',
  growth: 'constant',
  transfer: 'unknown',
  points: [{ at: '', error: '', U: null, tolerance: null, condition: '' }],
  files: [],
};

/** What was taken from a certificate, and the form that it fills. */
function useTaken() {
  const [taken, setTaken] = useState<Taken>();
  const form = useRef<HTMLDivElement>(null);
  const take = (one: Taken): void => {
    setTaken(one);
    form.current?.scrollIntoView({ block: 'start' });
  };
  return { taken, take, form };
}

/** Reports a standard found out of tolerance, with its last good calibration at hand. */
export function ImpactReportPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const id = usePathParam('id');
  const { taken, take, form } = useTaken();
  const query = useEndpoint(impactEndpoints.lookForFinding, { params: { id: id as never }, query: {} });
  return (
    <Answer query={query}>
      {(start) => (
        <>
          <PageHead title={`${text.report}：${start.standard.name} ${start.standard.number}`} lead={text.reportLead} />
          <div className="stack">
            <FoundPoints standard={id} onTake={take} />
            <div className="sheet spaced" ref={form}>
              {taken === undefined ? null : <p role="status">{fill(text.takenFrom, { number: taken.from })}</p>}
              <p>
                {start.lastGood === null ? text.noLastGood : fill(text.lastGood, start.lastGood)} ·{' '}
                {fill(text.restOnIt, { n: start.certificates })}
              </p>
              <RecordForm
                key={taken?.key}
                endpoint={impactEndpoints.recordFinding}
                params={{ id }}
                fields={fields}
                initial={{ ...usual, ...taken?.values }}
                draft={taken === undefined ? `finding-${id}` : `finding-${id}-${taken.key}`}
                done={['已报告', 'Recorded']}
                onDone={(card) => go(`/desk/findings/${card.id}`)}
              />
            </div>
          </div>
        </>
      )}
    </Answer>
  );
}

/** Corrects a finding: what was written stands in the form, and the version before is kept. */
export function ImpactCorrectionPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const id = usePathParam('id');
  const { taken, take, form } = useTaken();
  const query = useEndpoint(impactEndpoints.readFinding, { params: { id: id as never } });
  return (
    <Answer query={query}>
      {(details) => {
        const [latest] = details.versions;
        return (
          <>
            <PageHead title={`${text.correct} ${details.number}`} lead={text.reportLead} />
            <div className="stack">
              <FoundPoints standard={details.standard.id} onTake={take} />
              <div className="sheet spaced" ref={form}>
                {taken === undefined ? null : <p role="status">{fill(text.takenFrom, { number: taken.from })}</p>}
                <RecordForm
                  key={taken?.key}
                  endpoint={impactEndpoints.correctFinding}
                  params={{ id }}
                  fields={[...fields, { name: 'correction', label: ['更正理由', 'Why it is corrected'], kind: 'long' }]}
                  initial={{ ...latest, ...taken?.values }}
                  fixed={{ version: details.version }}
                  done={['已更正', 'Corrected']}
                  onDone={() => go(`/desk/findings/${id}`)}
                />
              </div>
            </div>
          </>
        );
      }}
    </Answer>
  );
}

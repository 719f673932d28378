import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { certificateKinds } from '../../standard/rules.ts';
import { performanceEndpoints, type History } from '../contract/performance.ts';
import { intervalMethodNames, intervalMethods, type IntervalMethod } from '../rules/performance-interval.ts';
import { PerformanceChart } from './PerformanceChart.tsx';
import { performanceTexts } from './performance-text.ts';

type Equipment = History['equipment'][number];
type Series = Equipment['series'][number];

/** Values of the calibrations of each standard over the years, and the interval that a rule finds in them. */
export function PerformanceHistory({ id }: { id: string }): ReactElement {
  const text = useTexts(performanceTexts);
  const query = useEndpoint(performanceEndpoints.readCalibrationHistory, { params: { id: id as never } });
  return (
    <section className="sheet spaced">
      <h2>{text.history}</h2>
      <p className="soft">{text.historyLead}</p>
      <Answer query={query} rows={3}>
        {({ equipment, mayRecord }) =>
          equipment.length === 0 ? (
            <p className="soft">{text.noEquipment}</p>
          ) : (
            <div className="stack">
              {equipment.map((one) => (
                <Standard key={one.id} id={id} equipment={one} mayRecord={mayRecord} />
              ))}
            </div>
          )
        }
      </Answer>
    </section>
  );
}

const valueColumns: readonly Column<Series['values'][number]>[] = [
  { key: 'day', title: ['日期', 'Day'], show: (one) => one.certificate.day },
  { key: 'certificate', title: ['证书', 'Certificate'], show: (one) => `${one.certificate.number} · ${one.certificate.issuer}` },
  { key: 'found', title: ['到校时', 'As found'], number: true, show: (one) => one.found },
  { key: 'left', title: ['调整后', 'As left'], number: true, show: (one) => one.left },
  { key: 'U', title: ['U', 'U'], number: true, show: (one) => one.U },
  { key: 'k', title: ['k', 'k'], number: true, show: (one) => one.k },
  { key: 'from', title: ['来源', 'Source'], show: (one) => (one.from === 'dcc' ? 'DCC' : (one.recordedBy ?? '')) },
];

function Standard({ id, equipment, mayRecord }: { id: string; equipment: Equipment; mayRecord: boolean }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const [writing, setWriting] = useState(false);
  const { present } = equipment;
  return (
    <div>
      <h3>
        <a href={`/desk/standards/${equipment.id}`}>{`${equipment.name} ${equipment.number}`}</a>
      </h3>
      {present === null ? null : (
        <p>
          {fill(text.present, {
            n: present.days,
            kind: say(certificateKinds[present.kind]),
            number: present.number,
            day: present.validUntil,
          })}
        </p>
      )}
      {equipment.pending === 0 ? null : <p className="soft">{fill(text.pending, { n: equipment.pending })}</p>}
      {equipment.series.length === 0 ? <p className="soft">{text.noValues}</p> : null}
      {equipment.series.map((series) => (
        <div key={series.key} className="stack">
          <h4>{[series.quantity, series.point, series.unit].filter((part) => part !== '').join(' · ')}</h4>
          <DataRows items={series.values} columns={valueColumns} rowKey={(one) => one.id} caption={['历年量值', 'Values over the years']} />
          {series.panel === null ? null : (
            <PerformanceChart
              panel={series.panel}
              names={series.values.map(({ certificate }) => certificate.day)}
              label={`${series.quantity} ${series.point}`}
            />
          )}
          {present === null ? null : <Proposal id={id} standard={equipment.id} series={series} />}
        </div>
      ))}
      {mayRecord && equipment.certificates.length > 0 ? <Button onClick={() => setWriting(true)}>{text.writeValue}</Button> : null}
      {writing ? <ValueDialog id={id} equipment={equipment} onClose={() => setWriting(false)} /> : null}
    </div>
  );
}

function ValueDialog({ id, equipment, onClose }: { id: string; equipment: Equipment; onClose: () => void }): ReactElement {
  const text = useTexts(performanceTexts);
  const last = equipment.series[equipment.series.length - 1];
  return (
    <Dialog title={`${text.writeValue} ${equipment.name}`} onClose={onClose}>
      <RecordForm
        endpoint={performanceEndpoints.recordCalibrationValue}
        params={{ id }}
        initial={last === undefined ? {} : { quantity: last.quantity, point: last.point, unit: last.unit }}
        fields={[
          {
            name: 'certificate',
            label: ['证书', 'Certificate'],
            kind: 'choice',
            options: equipment.certificates.map((one) => ({ value: one.id, label: `${one.day} ${one.number}` })),
          },
          { name: 'quantity', label: ['参数', 'Quantity'] },
          { name: 'point', label: ['测量点', 'Point'] },
          { name: 'unit', label: ['单位', 'Unit'] },
          { name: 'found', label: ['到校时的值', 'Value as found'], kind: 'decimal' },
          {
            name: 'left',
            label: ['调整后的值', 'Value as left'],
            kind: 'decimal',
            hint: ['没有调整则不填', 'Blank where it was not adjusted'],
          },
          { name: 'U', label: ['扩展不确定度 U', 'Expanded uncertainty U'], kind: 'decimal' },
          { name: 'k', label: ['包含因子 k', 'Coverage factor k'], kind: 'decimal' },
          {
            name: 'corrects',
            label: ['更正已录入的值', 'Correct a value'],
            kind: 'choice',
            options: equipment.series.flatMap((series) =>
              series.values
                .filter(({ from }) => from === 'typed')
                .map((one) => ({ value: one.id, label: `${one.certificate.number} ${series.point} ${one.found}` })),
            ),
          },
          { name: 'reason', label: ['更正理由', 'Reason of the correction'] },
        ]}
        onDone={onClose}
      />
    </Dialog>
  );
}

type Asked = { readonly method: IntervalMethod; readonly nominal: string; readonly limit: string; readonly target: string };

function Proposal({ id, standard, series }: { id: string; standard: string; series: Series }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const [typed, setTyped] = useState<Asked>({ method: 'staircase', nominal: '0', limit: '', target: '0.95' });
  const [asked, setAsked] = useState<Asked>();
  const field = (name: 'nominal' | 'limit' | 'target') => (
    <label className="field" key={name}>
      <span>{text[name]}</span>
      <Input value={typed[name]} inputMode="decimal" onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />
    </label>
  );
  return (
    <form
      className="filter-bar"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(typed);
      }}
    >
      <label className="field">
        <span>{text.method}</span>
        <Select
          aria-label={text.method}
          value={typed.method}
          options={intervalMethodNames.map((value) => ({ value, label: say(intervalMethods[value]) }))}
          onChange={(method: IntervalMethod) => setTyped({ ...typed, method })}
        />
      </label>
      {field('nominal')}
      {field('limit')}
      {typed.method === 'attributes' || typed.method === 'reliability' ? field('target') : null}
      <Button htmlType="submit" disabled={typed.limit.trim() === ''}>
        {text.propose}
      </Button>
      {asked === undefined ? null : <Proposed id={id} standard={standard} series={series.key} asked={asked} />}
    </form>
  );
}

function Proposed({ id, standard, series, asked }: { id: string; standard: string; series: string; asked: Asked }): ReactElement {
  const text = useTexts(performanceTexts);
  const say = useSay();
  const query = useEndpoint(performanceEndpoints.readIntervalProposal, {
    params: { id: id as never },
    query: { ...asked, standard: standard as never, key: series },
  });
  const [issue] = query.error?.issues ?? [];
  if (issue !== undefined) return <p role="alert">{issue.message}</p>;
  return (
    <Answer query={query} rows={1}>
      {({ days, capped, notes, method, present }) => (
        <div role="status" className="performance-result">
          <p>
            <strong>{days === null ? text.noEnd : fill(text.proposal, { n: days })}</strong>
            {capped ? ` · ${text.capped}` : ''} · {say(intervalMethods[method])} ·{' '}
            {fill(say(['现行 {n} 天', 'present {n} days']), { n: present.days })}
          </p>
          {notes.map((note) => (
            <p key={note} className="soft">
              {note}
            </p>
          ))}
        </div>
      )}
    </Answer>
  );
}

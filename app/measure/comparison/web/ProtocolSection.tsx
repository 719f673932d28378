import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { printInstant } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { comparisonEndpoints as endpoints } from '../contract.ts';
import { referenceKinds, scoreKinds } from '../rules/method.ts';
import { routeKinds } from '../rules/route.ts';
import type { Point } from '../rules/result.ts';
import { optionsOf } from './ComparisonList.tsx';
import type { Round } from './ComparisonPage.tsx';
import { ProtocolForm } from './ProtocolForm.tsx';
import { texts } from './text.ts';

const columns: readonly Column<Point>[] = [
  { key: 'id', title: ['代号', 'Name'], show: ({ id }) => id },
  { key: 'name', title: ['测量点', 'Point'], show: ({ name }) => name },
  { key: 'unit', title: ['单位', 'Unit'], narrow: true, show: ({ unit }) => unit },
  { key: 'decimals', title: ['小数位数', 'Digits'], number: true, show: ({ decimals }) => decimals },
  { key: 'sigma', title: ['σ_pt', 'σ_pt'], number: true, show: ({ sigma }) => sigma },
  { key: 'uTransfer', title: ['u_e', 'u_e'], number: true, show: ({ uTransfer }) => uTransfer },
];

/** The protocol that holds, and its editor as long as the round has not started. */
export function ProtocolSection({ round }: { round: Round }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const maySettle = round.allowed.includes('settle') && round.pilot !== null;
  const { protocol } = round;
  if (protocol === null && !maySettle) return null;
  return (
    <section className="sheet spaced">
      <h2>{text.protocol}</h2>
      {protocol === null ? (
        <p className="soft">{text.protocolNone}</p>
      ) : (
        <>
          <p>
            {protocol.artefact.name} {protocol.artefact.model} {protocol.artefact.serials.join('、')} · {say(routeKinds[protocol.route])} ·{' '}
            {say(referenceKinds[protocol.method.reference])} · {protocol.method.scores.map((kind) => say(scoreKinds[kind])).join('、')}
          </p>
          <DataRows items={protocol.points} columns={columns} rowKey={({ id }) => id} caption={['测量点', 'Points']} />
          {[protocol.instructions, protocol.environment, protocol.reporting].map((line, index) =>
            line === '' ? null : (
              <p className="comparison-prose" key={['instructions', 'environment', 'reporting'][index]}>
                {line}
              </p>
            ),
          )}
          <p className="soft">
            {protocol.by} {printInstant(protocol.at)}
          </p>
        </>
      )}
      {maySettle ? <Button onClick={() => setOpen(true)}>{text.writeProtocol}</Button> : null}
      {isOpen ? (
        <Dialog title={text.writeProtocol} onClose={() => setOpen(false)}>
          <ProtocolForm round={round} onDone={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </section>
  );
}

const asRows = (typed: string): string[][] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/[\s,，、]+/));

/** Checks of the travelling standard or of the samples. */
export function CheckSection({ round }: { round: Round }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const [typed, setTyped] = useState('');
  const mayCheck = round.allowed.includes('check') && round.protocol !== null;
  if (!mayCheck && round.checks.length === 0) return null;
  return (
    <section className="sheet spaced">
      <h2>{text.checks}</h2>
      <ul>
        {round.checks.map((check) => (
          <li key={`${check.at} ${check.kind} ${check.point}`}>
            {check.point} {say(check.kind === 'homogeneity' ? ['均匀性', 'Homogeneity'] : ['稳定性', 'Stability'])}：
            {check.acceptable ? text.acceptable : text.notAcceptable}{' '}
            <span className="soft">{check.facts.map(({ name, value }) => `${name} ${value}`).join('，')}</span>
          </li>
        ))}
      </ul>
      {mayCheck ? (
        <RecordForm
          endpoint={endpoints.recordArtefactCheck}
          params={{ id: round.id }}
          fixed={{ rows: asRows(typed) }}
          fields={[
            {
              name: 'kind',
              label: ['检验', 'Check'],
              kind: 'choice',
              options: optionsOf({ homogeneity: ['均匀性', 'Homogeneity'], stability: ['稳定性', 'Stability'] }),
            },
            {
              name: 'point',
              label: ['测量点', 'Point'],
              kind: 'choice',
              options: (round.protocol?.points ?? []).map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
            },
            { name: 'sigma', label: ['能力评定标准差 σ_pt', 'Standard deviation for assessment σ_pt'], kind: 'decimal' },
          ]}
          submit={['登记检验', 'Record']}
          done={['已登记', 'Recorded']}
          onDone={() => setTyped('')}
        >
          <div className="field">
            <label htmlFor="comparison-rows">{text.rows}</label>
            <textarea
              id="comparison-rows"
              className="ant-input"
              rows={4}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        </RecordForm>
      ) : null}
    </section>
  );
}

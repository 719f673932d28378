import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { usePathParam } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant, printNumber } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { FilePicker } from '../../../register/file/web/FilePicker.tsx';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import { feeEndpoints } from '../contract.ts';
import { priceFields, printYuan } from '../rules.ts';
import { listTags } from './states.ts';
import { texts } from './text.ts';

type Details = ReplyOf<typeof feeEndpoints.readFeeList>;

/** One price list as its document says it. */
export function PriceListPage(): ReactElement {
  const id = usePathParam('id') as never;
  const query = useEndpoint(feeEndpoints.readFeeList, { params: { id } });
  return <Answer query={query}>{(details) => <Record details={details} />}</Answer>;
}

function Record({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const [withdrawing, setWithdrawing] = useState(false);
  const facts: readonly (readonly [string, string])[] = [
    [text.document, printDocumentNumber(details.documentNumber)],
    [text.issuer, details.issuer],
    [text.validFrom, details.validFrom],
    [text.validTo, details.validTo ?? text.open],
    ...(details.note === null ? [] : [[text.note, details.note] as const]),
    [text.recordedBy, `${details.person} ${printInstant(details.recordedAt)}`],
  ];
  return (
    <>
      <PageHead
        title={details.title}
        state={<StatusTag states={listTags} state={details.state} />}
        lead={`${details.holdsToday ? text.holds : ''}${details.demonstration ? ` ${text.demonstration}` : ''}`}
        actions={
          <>
            {details.mayWithdraw ? (
              <Button danger onClick={() => setWithdrawing(true)}>
                {text.withdraw}
              </Button>
            ) : null}
            <Button href="/desk/fee-lists">{text.lists}</Button>
          </>
        }
      />
      <div className="stack">
        {details.withdrawal === null ? null : (
          <p className="sheet tone-bad" role="status">
            {fill(text.withdrawn, details.withdrawal)}
          </p>
        )}
        <section className="sheet">
          <dl className="facts">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {details.file === null ? null : <FilePicker value={[details.file]} />}
        </section>
        <Prices details={details} />
      </div>
      {withdrawing ? (
        <Dialog title={text.withdraw} onClose={() => setWithdrawing(false)}>
          <p className="soft">{text.withdrawHint}</p>
          <RecordForm
            endpoint={feeEndpoints.withdrawFeeList}
            params={{ id: details.id }}
            fields={[{ name: 'reason', label: ['理由', 'Reason'] }]}
            done={['已撤回', 'Withdrawn']}
            onDone={() => setWithdrawing(false)}
          />
        </Dialog>
      ) : null}
    </>
  );
}

function Prices({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section className="sheet">
      <h2>{text.prices}</h2>
      <Scroll label={text.prices}>
        <table className="grid cards">
          <caption className="unseen">{text.prices}</caption>
          <thead>
            <tr>
              <th scope="col">{text.words}</th>
              <th scope="col">{text.kind}</th>
              <th scope="col">{text.condition}</th>
              <th scope="col" className="number">
                {text.price}
              </th>
            </tr>
          </thead>
          <tbody>
            {details.rows.map((row, index) => (
              <tr key={`${index} ${row.words}`}>
                <td className="lead">{row.words}</td>
                <td data-label={text.kind}>
                  {row.kind in instrumentKinds ? say(instrumentKinds[row.kind as InstrumentKind].text) : row.kind}
                </td>
                <td data-label={text.condition}>
                  <Condition row={row} />
                </td>
                <td className="number" data-label={text.price}>
                  {printNumber(printYuan(row.priceFen))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Condition({ row }: { row: Details['rows'][number] }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const field = priceFields(row.kind).find(({ id }) => id === row.field);
  if (row.field === null) return <span className="soft">{text.any}</span>;
  const choice = field?.choices?.find(({ value }) => value === row.choice);
  const unit = row.unit ?? field?.unit ?? '';
  const bounds = [
    ...(row.overValue === null ? [] : [`${text.over} ${row.overValue} ${unit}`]),
    ...(row.upToValue === null ? [] : [`${text.upTo} ${row.upToValue} ${unit}`]),
  ];
  return (
    <>
      {field === undefined ? row.field : say(field.label)}{' '}
      {row.choice === null ? bounds.join(' ') : choice === undefined ? row.choice : say(choice.label)}
    </>
  );
}

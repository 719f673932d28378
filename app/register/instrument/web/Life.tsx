import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { addressOf } from '../../../kernel/address.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { instrumentEndpoints } from '../contract.ts';
import { statusChanges } from '../rules.ts';
import type { Details } from './InstrumentPage.tsx';
import { statusTable } from './states.ts';
import { texts } from './text.ts';

/** Parts, moves, changes of state and what was reported of outside: each only where there is something. */
export function Life({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <>
      {details.parts.length === 0 ? null : (
        <section className="sheet life">
          <h2>{text.parts}</h2>
          <ul>
            {details.parts.map((part) => (
              <li key={part.id}>
                <a href={`/desk/instruments/${part.id}`}>
                  {part.name} / {part.serial}
                </a>{' '}
                <span className="soft">{part.code}</span> <StatusTag states={statusTable} state={part.status} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {details.reported.length === 0 ? null : <Reported details={details} />}
      {details.moves.length === 0 ? null : (
        <section className="sheet life">
          <h2>{text.moves}</h2>
          <ul>
            {details.moves.map((move) => (
              <li key={`${move.onDay} ${move.fromPlace} ${move.toPlace}`}>
                {move.onDay} · {move.fromPlace} → {move.toPlace} <span className="soft">{move.reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {details.statusChanges.length === 0 ? null : (
        <section className="sheet life">
          <h2>{text.statusChanges}</h2>
          <ul>
            {details.statusChanges.map((one, index) => (
              <li key={`${index} ${one.change}`}>
                {one.onDay} · {say(statusChanges[one.change])} <span className="soft">{one.reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Reported({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const [chosen, setChosen] = useState<string>();
  return (
    <section className="sheet life">
      <h2>{text.reported}</h2>
      <p className="soft">{text.reportedNote}</p>
      <ul>
        {details.reported.map((one) => (
          <li key={one.id}>
            {one.institute} · {one.number} · {one.verifiedOn} – {one.validUntil ?? '/'}{' '}
            {one.scan ? (
              <a
                href={addressOf(instrumentEndpoints.readReportedScan, { params: { id: details.id, result: one.id } })}
                target="_blank"
                rel="noreferrer"
              >
                {text.scan}
              </a>
            ) : null}{' '}
            {one.withdrawal !== null ? (
              <span className="soft">
                {text.withdrawn}：{one.withdrawal.reason}
              </span>
            ) : details.allowed.includes('report') ? (
              <Button type="link" size="small" onClick={() => setChosen(one.id)}>
                {text.withdrawReported}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {chosen === undefined ? null : (
        <Dialog title={text.withdrawReported} onClose={() => setChosen(undefined)}>
          <RecordForm
            endpoint={instrumentEndpoints.withdrawReportedResult}
            params={{ id: details.id, result: chosen }}
            fields={[{ name: 'reason', label: ['理由', 'Reason'] }]}
            onDone={() => setChosen(undefined)}
          />
        </Dialog>
      )}
    </section>
  );
}

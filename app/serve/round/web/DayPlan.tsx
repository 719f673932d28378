import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { SaveFile } from '../../../register/division/web/SaveFile.tsx';
import { roundEndpoints } from '../contract.ts';
import type { RoundDay, Slot } from '../contract/shapes.ts';
import type { Details } from './RoundPage.tsx';
import { texts } from './text.ts';

type Props = { readonly details: Details; readonly onMove: (slot: Slot) => void };

/** The arrangement day by day: places in their order, moved, locked and booked by buttons. */
export function DayPlan({ details, onMove }: Props): ReactElement {
  const text = useTexts(texts);
  const { run, pending, problem } = useAction(roundEndpoints.bookRound);
  const mayBook = details.allowed.includes('book');
  const waits = details.slots.some(({ isBooked }) => !isBooked);
  return (
    <section className="sheet">
      <h2>{text.byDay}</h2>
      {mayBook && waits ? (
        <Button type="primary" loading={pending} onClick={() => void run({ params: { id: details.id }, body: {} })}>
          {text.book}
        </Button>
      ) : null}
      <ProblemNote problem={problem} />
      <ol className="round-days">
        {details.days.map((day) => (
          <li key={`${day.day} ${day.team ?? ''} ${day.bench?.id ?? ''}`}>
            <OneDay details={details} day={day} onMove={onMove} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneDay({ details, day, onMove }: Props & { day: RoundDay }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const slots = details.slots.filter((slot) => slot.day === day.day && slot.team === day.team && slot.bench?.id === day.bench?.id);
  const whole = day.workMinutes + (day.travelMinutes ?? 0);
  const move = useAction(roundEndpoints.moveSlot);
  const lock = useAction(roundEndpoints.lockSlots);
  const mayPlan = details.allowed.includes('plan');
  const shift = (slot: Slot, by: number): void =>
    void move.run({
      params: { id: slot.id },
      body: { day: slot.day, team: slot.team, bench: slot.bench?.id ?? null, position: Math.max(1, slot.position + by) },
    });
  return (
    <>
      <h3>
        {day.day} {day.team === null ? day.bench?.name : fill(text.team, { n: day.team })}
      </h3>
      <p className="soft">
        {fill(text.instruments, { n: day.progress.planned })} · {fill(text.work, { n: day.workMinutes })}
        {day.team === null ? '' : ` · ${day.travelMinutes === null ? text.travelUnknown : fill(text.travel, { n: day.travelMinutes })}`}
        {` · ${fill(text.ofMinutes, { n: day.mostMinutes })}`}
        {whole > day.mostMinutes ? <strong className="tone-bad"> · {fill(text.over, { n: whole - day.mostMinutes })}</strong> : null}
      </p>
      <ol className="round-slots">
        {slots.map((slot, index) => (
          <li key={slot.id}>
            <span className="words">
              {slot.position}. {slot.stopName} <span className="soft">{fill(text.instruments, { n: slot.count })}</span>
              {slot.isLocked ? <span className="mark">{text.locked}</span> : null}
              {slot.isBooked ? <span className="mark">{text.booked}</span> : null}
            </span>
            {mayPlan && !slot.isBooked ? (
              <span className="no-print buttons">
                <Button
                  size="small"
                  disabled={index === 0 || move.pending}
                  aria-label={say([`${slot.stopName} 提前`, `${slot.stopName} earlier`])}
                  onClick={() => shift(slot, -1)}
                >
                  {text.earlier}
                </Button>
                <Button
                  size="small"
                  disabled={index === slots.length - 1 || move.pending}
                  aria-label={say([`${slot.stopName} 推后`, `${slot.stopName} later`])}
                  onClick={() => shift(slot, 1)}
                >
                  {text.later}
                </Button>
                <Button size="small" aria-label={say([`${slot.stopName} 改期`, `Move ${slot.stopName}`])} onClick={() => onMove(slot)}>
                  {text.move}
                </Button>
                <Button
                  size="small"
                  loading={lock.pending}
                  aria-label={say([
                    `${slot.stopName} ${slot.isLocked ? '解锁' : '锁定'}`,
                    `${slot.isLocked ? 'Unlock' : 'Lock'} ${slot.stopName}`,
                  ])}
                  onClick={() => void lock.run({ params: { id: details.id }, body: { slots: [slot.id], locked: !slot.isLocked } })}
                >
                  {slot.isLocked ? text.unlock : text.lock}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <ProblemNote problem={move.problem ?? lock.problem} />
      <SaveFile
        endpoint={roundEndpoints.downloadRouteSheet}
        request={{ params: { id: details.id }, query: { format: 'pdf', day: day.day } }}
        label={text.sheetPdf}
      />
    </>
  );
}

import type { Procedure } from '@tongheng/procedures/calculation';
import { begin, redo, step, undo, type History } from '../rules/history.ts';
import { judgeRig, type RigColumn, type RigJudgement, type RigRecord } from '../rules/rig-sheet.ts';
import { choiceValue, readCell, withGivenGroups, writeCell, type SheetReadings } from '../rules/sheet.ts';

export type RigRowState = { readonly record: RigRecord; readonly readings: SheetReadings; readonly judged: RigJudgement };
export type RigWriting = { readonly row: number; readonly column: RigColumn; readonly text: string };

type Listener = () => void;

/**
 * The rows of a rig's sheet. A keystroke judges its own row and wakes its own row only, so that two hundred rows answer within one frame.
 * Each row is a record of its own; undo goes over all of them.
 */
export class RigStore {
  readonly #procedure: Procedure;
  readonly #listeners: Set<Listener>[];
  readonly #all = new Set<Listener>();
  #rows: RigRowState[];
  #history: History<readonly SheetReadings[]>;
  #version = 0;
  /** Told of every row that was changed here; not of what came from elsewhere. */
  onWritten: (row: number, state: RigRowState) => void = () => undefined;

  constructor(procedure: Procedure, records: readonly RigRecord[]) {
    this.#procedure = procedure;
    this.#rows = records.map((record) => this.#judge(record, record.readings));
    this.#listeners = records.map(() => new Set());
    this.#history = begin(this.#rows.map(({ readings }) => readings));
  }

  get length(): number {
    return this.#rows.length;
  }
  get mayUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get mayRedo(): boolean {
    return this.#history.future.length > 0;
  }
  /** Counts up with every change, for what shows all rows together. */
  readonly version = (): number => this.#version;
  readonly rows = (): readonly RigRowState[] => this.#rows;

  row(row: number): RigRowState {
    const state = this.#rows[row];
    if (state === undefined) throw new RangeError(`no row ${row}`);
    return state;
  }

  subscribe(row: number, listener: Listener): Listener {
    this.#listeners[row]?.add(listener);
    return () => this.#listeners[row]?.delete(listener);
  }
  readonly subscribeAll = (listener: Listener): Listener => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  /** One step: of typing on in a cell where `place` names it, else of its own. */
  write(writings: readonly RigWriting[], place: string | null = null): void {
    const next = [...this.#history.present];
    let isChanged = false;
    for (const { row, column, text } of writings) {
      const readings = next[row];
      const written = choiceValue(column.field, text);
      if (readings === undefined || readCell(readings, column.cell) === written) continue;
      next[row] = writeCell(readings, column.cell, written);
      isChanged = true;
    }
    if (isChanged) this.#show(step(this.#history, next, place));
  }
  readonly undo = (): void => this.#show(undo(this.#history));
  readonly redo = (): void => this.#show(redo(this.#history));

  #judge(record: RigRecord, written: SheetReadings): RigRowState {
    const prefilled = this.#procedure.prefill(record.nameplate, record.kind) as SheetReadings | undefined;
    const readings = withGivenGroups(written, prefilled);
    return { record, readings, judged: judgeRig(this.#procedure, { ...record, readings }) };
  }

  #show(history: History<readonly SheetReadings[]>): void {
    this.#history = history;
    const changed: number[] = [];
    history.present.forEach((readings, row) => {
      const state = this.#rows[row];
      if (state === undefined || state.readings === readings) return;
      this.#rows[row] = { ...state, readings, judged: judgeRig(this.#procedure, { ...state.record, readings }) };
      changed.push(row);
    });
    this.#wake(changed);
    for (const row of changed) this.onWritten(row, this.row(row));
  }

  #wake(rows: readonly number[]): void {
    this.#version += 1;
    for (const row of rows) for (const listener of this.#listeners[row] ?? []) listener();
    for (const listener of this.#all) listener();
  }
}

/** What was done on a sheet, to be undone and done again without end. Typing on in one cell is one step. */
export type History<State> = {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  readonly place: string | null;
};

export const begin = <State>(present: State): History<State> => ({ past: [], present, future: [], place: null });

/** The next state; `place` names the cell that is being typed into, null is a step of its own. */
export function step<State>(history: History<State>, next: State, place: string | null): History<State> {
  if (next === history.present) return history;
  const goesOn = place !== null && place === history.place;
  return { past: goesOn ? history.past : [...history.past, history.present], present: next, future: [], place };
}

export function undo<State>({ past, present, future }: History<State>): History<State> {
  const earlier = past[past.length - 1];
  if (past.length === 0 || earlier === undefined) return { past, present, future, place: null };
  return { past: past.slice(0, -1), present: earlier, future: [present, ...future], place: null };
}

export function redo<State>({ past, present, future }: History<State>): History<State> {
  const [later, ...rest] = future;
  if (later === undefined) return { past, present, future, place: null };
  return { past: [...past, present], present: later, future: rest, place: null };
}

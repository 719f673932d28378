/** Asked before somebody signs out; false: the person stays. */
type Leaving = () => Promise<boolean>;

const listeners = new Set<Leaving>();

/** A page that keeps something for a person on this device is asked before the person signs out. */
export function onLeaving(listener: Leaving): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export async function mayLeave(): Promise<boolean> {
  for (const listener of listeners) if (!(await listener())) return false;
  return true;
}

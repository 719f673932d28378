import { useEffect, useState } from 'react';

/** What was typed survives a lost session and a reload, on this device and until the tab is closed. */
export function useDraft<Value>(name: string | undefined, initial: Value): [Value, (value: Value) => void, () => void] {
  const key = name === undefined ? undefined : `tongheng.draft.${name}`;
  const [value, setValue] = useState<Value>(() => (key === undefined ? undefined : read<Value>(key)) ?? initial);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (key !== undefined && touched) write(key, JSON.stringify(value));
  }, [key, touched, value]);
  const change = (next: Value): void => {
    setTouched(true);
    setValue(next);
  };
  const forget = (): void => {
    setTouched(false);
    if (key !== undefined) write(key, null);
  };
  return [value, change, forget];
}

function read<Value>(key: string): Value | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

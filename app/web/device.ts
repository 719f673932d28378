import { useState } from 'react';

/** A value kept on this device under a name; without storage it lives as long as the page. */
export function useDeviceValue<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const key = `tongheng.${name}`;
  const [value, setValue] = useState<Value>(() => read<Value>(key) ?? initial);
  const change = (next: Value): void => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Storage may be full or forbidden.
    }
  };
  return [value, change];
}

function read<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

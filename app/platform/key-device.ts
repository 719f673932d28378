import { AdapterFailed, openAdapter, setting, type Adapter } from './adapter.ts';

/**
 * A device that holds keys outside of this program (an HSM, a UKey, the service of a licensed authority), behind an adapter. It never shows a key.
 */
export type KeyDevice = Adapter;

export { AdapterFailed as KeyDeviceFailed };

/** The device of TONGHENG_KEY_DEVICE: the path of a program, or an address (its bearer token in the file TONGHENG_KEY_DEVICE_TOKEN_FILE). */
export function openKeyDevice(environment: Readonly<Record<string, string | undefined>>): KeyDevice | undefined {
  const place = setting(environment, 'TONGHENG_KEY_DEVICE');
  if (place === undefined) return undefined;
  return openAdapter({ place, tokenFile: setting(environment, 'TONGHENG_KEY_DEVICE_TOKEN_FILE'), milliseconds: 10_000, mostBytes: 65_536 });
}

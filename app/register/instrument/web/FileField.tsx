import { useState, type ReactElement } from 'react';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { FilePicker, type PickedFile } from '../../file/web/FilePicker.tsx';

/** One file of a record by its id. */
export function FileField({ id, value, onChange, known }: ControlProps & { readonly known?: PickedFile | null }): ReactElement {
  const [picked, setPicked] = useState<readonly PickedFile[]>(known === null || known === undefined || value !== known.id ? [] : [known]);
  return (
    <FilePicker
      id={id}
      value={picked}
      most={1}
      onChange={(files) => {
        setPicked(files);
        onChange(files[0]?.id ?? null);
      }}
    />
  );
}

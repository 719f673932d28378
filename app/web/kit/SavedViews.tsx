import { Button, Input } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { printQuery } from '../../kernel/address.ts';
import { usePathname } from '../address.ts';
import { useDeviceValue } from '../device.ts';
import { fill, useTexts } from '../language.ts';
import { texts } from './text.ts';

type View = { readonly name: string; readonly query: string };

type Props = { readonly conditions: Readonly<Record<string, unknown>> };

/** Conditions a person uses again, kept by name on this device; each is a link, as every filtered list is. */
export function SavedViews({ conditions }: Props): ReactElement | null {
  const text = useTexts(texts);
  const path = usePathname();
  const [views, setViews] = useDeviceValue<readonly View[]>(`views.${path}`, []);
  const [name, setName] = useState<string>();
  const query = printQuery(conditions);
  const isNew = query !== '' && !views.some((view) => view.query === query);
  if (views.length === 0 && !isNew) return null;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const given = (name ?? '').trim();
    if (given === '') return;
    setViews([...views.filter((view) => view.name !== given), { name: given, query }]);
    setName(undefined);
  };
  return (
    <div className="saved-views">
      {views.map((view) => (
        <span key={view.name} className="view">
          <a href={`${path}${view.query}`} aria-current={view.query === query ? 'page' : undefined}>
            {view.name}
          </a>
          <button
            type="button"
            className="plain"
            aria-label={fill(text.forgetView, { name: view.name })}
            onClick={() => setViews(views.filter((other) => other !== view))}
          >
            ×
          </button>
        </span>
      ))}
      {!isNew ? null : name === undefined ? (
        <Button type="link" size="small" onClick={() => setName('')}>
          {text.saveView}
        </Button>
      ) : (
        <form onSubmit={save}>
          <Input
            size="small"
            autoFocus
            maxLength={30}
            value={name}
            aria-label={text.viewName}
            placeholder={text.viewName}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setName(undefined);
            }}
          />
          <Button size="small" htmlType="submit" disabled={name.trim() === ''}>
            {text.save}
          </Button>
        </form>
      )}
    </div>
  );
}

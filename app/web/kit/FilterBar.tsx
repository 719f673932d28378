import { Button, Input, Select } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Text } from '../../kernel/text.ts';
import type { Search } from '../address.ts';
import { useSay, useTexts } from '../language.ts';
import { DayField } from './DayField.tsx';
import { texts } from './text.ts';

export type Option = { readonly value: string; readonly label: string | Text };
export type Filter = {
  /** The name in the endpoint's query and in the page's address. */
  readonly name: string;
  readonly label: Text;
  /** text when left out */
  readonly kind?: 'text' | 'choice' | 'many' | 'day';
  readonly options?: readonly Option[];
  /** Stands under 更多条件. */
  readonly more?: boolean;
};

export const labelOf = (label: string | Text, say: (text: Text) => string): string => (typeof label === 'string' ? label : say(label));

type Props = {
  readonly filters: readonly Filter[];
  readonly search: Search;
  readonly onSearch: (changes: Readonly<Record<string, unknown>>) => void;
};

/** 基本条件 and 更多条件 above a list; choices act at once, typed words on Enter or 查询. */
export function FilterBar({ filters, search, onSearch }: Props): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const set = filters.filter((filter) => search[filter.name] !== undefined);
  const [open, setOpen] = useState(set.some((filter) => filter.more === true));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(typed);
    setTyped({});
  };
  const clear = (): void => {
    setTyped({});
    onSearch(Object.fromEntries(filters.map((filter) => [filter.name, undefined])));
  };
  return (
    <form role="search" className="filter-bar no-print" onSubmit={submit}>
      {filters
        .filter((filter) => open || filter.more !== true)
        .map((filter) => (
          <div className="condition" key={filter.name}>
            <label htmlFor={`filter-${filter.name}`}>{say(filter.label)}</label>
            <Condition
              filter={filter}
              value={typed[filter.name] ?? search[filter.name]}
              onType={(value) => setTyped({ ...typed, [filter.name]: value })}
              onSearch={onSearch}
            />
          </div>
        ))}
      <div className="condition buttons">
        <Button htmlType="submit">{text.filter}</Button>
        {set.length === 0 ? null : <Button onClick={clear}>{text.clear}</Button>}
        {filters.some((filter) => filter.more === true) ? (
          <Button type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? text.fewer : text.more}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

type ConditionProps = {
  filter: Filter;
  value: string | readonly string[] | undefined;
  onType: (value: string) => void;
  onSearch: Props['onSearch'];
};

function Condition({ filter, value, onType, onSearch }: ConditionProps): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const id = `filter-${filter.name}`;
  const one = typeof value === 'string' ? value : undefined;
  const options = (filter.options ?? []).map((option) => ({ value: option.value, label: labelOf(option.label, say) }));
  switch (filter.kind ?? 'text') {
    case 'choice':
      return (
        <Select
          id={id}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={text.all}
          options={options}
          value={one ?? null}
          onChange={(chosen: string | undefined) => onSearch({ [filter.name]: chosen })}
        />
      );
    case 'many':
      return (
        <Select
          id={id}
          mode="multiple"
          maxTagCount="responsive"
          placeholder={text.all}
          options={options}
          value={value === undefined ? [] : [value].flat()}
          onChange={(chosen: string[]) => onSearch({ [filter.name]: chosen })}
        />
      );
    case 'day':
      return <DayField id={id} value={one} onChange={(day) => onSearch({ [filter.name]: day })} />;
    case 'text':
      return <Input id={id} allowClear value={one ?? ''} onChange={(event) => onType(event.target.value)} />;
  }
}

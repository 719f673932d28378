import { useState, type ReactElement } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { isName } from '../../rules/model-text.ts';
import { Entry } from './Entry.tsx';
import { texts } from './text.ts';

type Props = {
  readonly label: string;
  readonly name: string;
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
};

/** A symbol: what is typed counts once it is a name that nothing else has; then it is the name in every formula. */
export function NameEntry({ label, name, taken, onRename }: Props): ReactElement {
  const text = useTexts(texts);
  const [typed, setTyped] = useState<{ of: string; as: string }>();
  const shown = typed?.of === name ? typed.as : name;
  const issue = shown === name ? undefined : !isName(shown) ? text.nameWrong : taken.includes(shown) ? text.nameTaken : undefined;
  return (
    <div
      className="name-entry"
      onBlur={() => {
        if (shown !== name && issue === undefined) onRename(shown);
        if (issue === undefined) setTyped(undefined);
      }}
    >
      <Entry label={label} value={shown} issue={issue} onChange={(as) => setTyped({ of: name, as: as.trim() })} />
    </div>
  );
}

import { Checkbox } from '@aura/ui/checkbox';
import { FieldGroup } from '@aura/ui/field';
import type { ReactNode } from 'react';
import { groupPermissions, type PermissionGroup } from './permission-groups.ts';

type PermissionChoiceProps = {
  id: string;
  /** What may be chosen from: the person's own. */
  permissions: readonly string[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  error?: ReactNode;
};

/** Permissions by noun; the noun's own box takes all of its verbs. */
export function PermissionChoice({ id, permissions, chosen, onChange, error }: PermissionChoiceProps): ReactNode {
  const change = (keys: readonly string[], isOn: boolean): void => {
    const next = new Set(chosen);
    for (const key of keys) {
      if (isOn) next.add(key);
      else next.delete(key);
    }
    onChange(next);
  };
  return (
    <FieldGroup id={id} label="Permissions" help={`${chosen.size} chosen`} error={error}>
      <div className="divide-y divide-line rounded-panel border border-line">
        {groupPermissions(permissions).map((group) => (
          <Group key={group.noun} group={group} chosen={chosen} onChange={change} />
        ))}
      </div>
    </FieldGroup>
  );
}

type GroupProps = {
  group: PermissionGroup;
  chosen: ReadonlySet<string>;
  onChange: (keys: readonly string[], isOn: boolean) => void;
};

function Group({ group: { noun, permissions }, chosen, onChange }: GroupProps): ReactNode {
  const keys = permissions.map(({ key }) => key);
  const count = keys.filter((key) => chosen.has(key)).length;
  return (
    <div className="px-3 py-2">
      <Checkbox
        label={<span className="font-medium">{noun}</span>}
        checked={count === keys.length}
        indeterminate={count > 0 && count < keys.length}
        onChange={({ target }) => onChange(keys, target.checked)}
      />
      <div className="flex flex-wrap gap-x-4 ps-7.5">
        {permissions.map(({ key, verb }) => (
          <Checkbox
            key={key}
            label={
              <>
                <span className="sr-only">{noun}: </span>
                {verb}
              </>
            }
            checked={chosen.has(key)}
            onChange={({ target }) => onChange([key], target.checked)}
          />
        ))}
      </div>
    </div>
  );
}

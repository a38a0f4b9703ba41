'use client';

import { Select } from '@aura/ui/select';
import type { ComponentProps, ReactNode } from 'react';
import type { StageShape } from './stage-shape.ts';

type StageSelectProps = Omit<ComponentProps<typeof Select>, 'options' | 'value' | 'onChange'> & {
  stages: readonly StageShape[];
  value: string;
  onStageChange: (stageId: string) => void;
};

/** The stages of a pipeline as one choice, open ones first, closed ones apart. */
export function StageSelect({ stages, value, onStageChange, ...rest }: StageSelectProps): ReactNode {
  const closed = stages.filter((stage) => stage.kind !== 'open');
  return (
    <Select {...rest} value={value} onChange={(event) => onStageChange(event.target.value)}>
      {stages.map((stage) =>
        stage.kind === 'open' ? (
          <option key={stage.id} value={stage.id}>
            {stage.name}
          </option>
        ) : null,
      )}
      {closed.length > 0 ? (
        <optgroup label="Closed">
          {closed.map((stage) => (
            <option key={stage.id} value={stage.id}>
              {stage.name}
            </option>
          ))}
        </optgroup>
      ) : null}
    </Select>
  );
}

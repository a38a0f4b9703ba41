'use client';

import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, use, useId } from 'react';
import { Spinner } from './spinner.tsx';

type FieldContextValue = {
  controlId: string;
  labelId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
};

const FieldContext = createContext<FieldContextValue | null>(null);

export type FieldProps = {
  label: ReactNode;
  /** Stays between label and control, and is read with the control. */
  help?: ReactNode;
  /** What is wrong and how to fix it, in the user's words. */
  error?: ReactNode;
  /** Tells screen readers the value is required. Add `mark` to say so in the label too. */
  required?: boolean;
  /** One rule per form: mark the required fields when most are optional, else the optional ones. */
  mark?: 'required' | 'optional';
  /** Shows that the value is on its way to the server. */
  saving?: boolean;
  /** Hides the label from sight, for a control whose place already says what it is. */
  hideLabel?: boolean;
  /** The control's id. Give it when something outside, such as the error summary, must link to the control. */
  id?: string;
  className?: string;
  children: ReactNode;
};

/** Label, help, control and error in reading order, wired together by ids. */
export function Field(props: FieldProps): ReactNode {
  const ids = useFieldIds(props);
  return (
    <div className={`flex min-w-0 flex-col gap-1.5 ${props.className ?? ''}`}>
      <label
        id={ids.labelId}
        htmlFor={ids.controlId}
        className={props.hideLabel ? 'sr-only' : 'text-body font-medium text-ink'}
      >
        {props.label}
        <Mark mark={props.mark} />
      </label>
      <FieldBody {...props} ids={ids} />
    </div>
  );
}

/** The same for several controls that answer one question, such as radio buttons: a fieldset with a legend. */
export function FieldGroup(props: FieldProps): ReactNode {
  const ids = useFieldIds(props);
  return (
    <fieldset
      id={ids.controlId}
      aria-describedby={ids.describedBy}
      className={`m-0 flex min-w-0 flex-col gap-1.5 border-0 p-0 ${props.className ?? ''}`}
    >
      <legend className={props.hideLabel ? 'sr-only' : 'mb-1.5 p-0 text-body font-medium text-ink'}>
        {props.label}
        <Mark mark={props.mark} />
      </legend>
      <FieldBody {...props} ids={ids} isGroup />
    </fieldset>
  );
}

type FieldIds = {
  controlId: string;
  labelId: string;
  helpId: string;
  errorId: string;
  describedBy: string | undefined;
};

function useFieldIds({ id, help, error }: FieldProps): FieldIds {
  const generated = useId();
  const controlId = id ?? generated;
  const helpId = `${controlId}-help`;
  const errorId = `${controlId}-error`;
  const describedBy = [help ? helpId : null, error ? errorId : null].filter(Boolean).join(' ') || undefined;
  return { controlId, labelId: `${controlId}-label`, helpId, errorId, describedBy };
}

type FieldBodyProps = FieldProps & { ids: FieldIds; isGroup?: boolean };

function FieldBody({ help, error, required, mark, saving, children, ids, isGroup = false }: FieldBodyProps): ReactNode {
  const value: FieldContextValue = {
    controlId: ids.controlId,
    labelId: ids.labelId,
    describedBy: ids.describedBy,
    isInvalid: Boolean(error),
    isRequired: required === true || mark === 'required',
  };
  return (
    <>
      {help ? (
        <div id={ids.helpId} className="text-small text-muted">
          {help}
        </div>
      ) : null}
      <FieldContext value={isGroup ? null : value}>{children}</FieldContext>
      {saving ? (
        <p className="flex items-center gap-1.5 text-small text-muted">
          <Spinner className="size-3.5" /> Saving…
        </p>
      ) : null}
      <FieldError id={ids.errorId} error={error} />
    </>
  );
}

export function FieldError({ id, error }: { id: string; error: ReactNode }): ReactNode {
  if (!error) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-small font-medium text-danger">
      <CircleAlert aria-hidden className="mt-px size-4" />
      <span className="min-w-0 wrap-anywhere">{error}</span>
    </p>
  );
}

function Mark({ mark }: { mark: FieldProps['mark'] }): ReactNode {
  return mark ? <span className="font-normal text-muted"> ({mark})</span> : null;
}

type ControlWiring = {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling';
  'aria-required'?: boolean | 'true' | 'false';
};

/** The id and aria attributes a control takes from the field around it; its own attributes win. */
export function useFieldControl(own: ControlWiring): ControlWiring {
  const field = use(FieldContext);
  if (!field) return own;
  const describedBy = [field.describedBy, own['aria-describedby']].filter(Boolean).join(' ');
  return {
    id: own.id ?? field.controlId,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': own['aria-invalid'] ?? (field.isInvalid || undefined),
    'aria-required': own['aria-required'] ?? (field.isRequired || undefined),
  };
}

/** The id of the label around, for a control whose page is hidden from screen readers while its list is open. */
export function useFieldLabelId(): string | undefined {
  return use(FieldContext)?.labelId;
}

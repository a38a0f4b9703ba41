'use client';

import type { Role } from '@aura/kernel';
import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { RadioGroup } from '@aura/ui/radio-group';
import { Sheet } from '@aura/ui/sheet';
import { Textarea } from '@aura/ui/textarea';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { type ParsedAddress, parseAddresses } from './parse-addresses.ts';
import { roleNames, roleSummaries } from './role-sentence.ts';
import { type InviteResult, useInviteMany } from './use-invite-many.ts';

type InviteSheetProps = { role: Role; isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Managers invite sales reps; admins invite anyone. */
function rolesFor(role: Role): Role[] {
  return role === 'admin' ? ['sales_rep', 'manager', 'admin'] : ['sales_rep'];
}

/** Invites one or many: addresses are pasted as they come, and each gets an answer of its own. */
export function InviteSheet({ role: myRole, isOpen, onOpenChange }: InviteSheetProps): ReactNode {
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role>('sales_rep');
  const [problem, setProblem] = useState<string | null>(null);
  const formId = useId();
  const addresses = parseAddresses(text);
  const { inviteAll, results, isPending } = useInviteMany();
  const submit = async (): Promise<void> => {
    if (isPending) return;
    const bad = addresses.filter((address) => address.problem);
    if (addresses.length === 0) {
      setProblem('Enter at least one e-mail address');
      return;
    }
    if (bad.length > 0)
      return setProblem(`${bad.map(({ typed }) => typed).join(', ')}: enter an e-mail like name@company.com`);
    setProblem(null);
    const failed = await inviteAll(
      addresses.map(({ email }) => email),
      role,
    );
    setText(failed.join('\n'));
  };
  const roles = rolesFor(myRole);
  return (
    <Sheet
      open={isOpen}
      onOpenChange={onOpenChange}
      title="Invite people"
      description="Each gets a mail with a link that works for seven days."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{results.length > 0 ? 'Done' : 'Cancel'}</Button>
          <Button type="submit" form={formId} variant="primary" loading={isPending} loadingLabel="Inviting…">
            {addresses.length > 1 ? `Invite ${addresses.length} people` : 'Invite'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label="E-mail addresses" help="One or many, separated by commas or lines." error={problem}>
          <Textarea
            rows={4}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {addresses.length > 0 ? <Addresses addresses={addresses} /> : null}
        <RadioGroup
          label="Role"
          value={role}
          options={roles.map((value) => ({ value, label: roleNames[value], help: roleSummaries[value] }))}
          onValueChange={(value) => setRole(roles.find((known) => known === value) ?? role)}
        />
        <Results results={results} />
      </form>
    </Sheet>
  );
}

function Addresses({ addresses }: { addresses: readonly ParsedAddress[] }): ReactNode {
  return (
    <ul aria-label="Recognised addresses" className="flex flex-wrap gap-1.5">
      {addresses.map(({ typed, email, problem }) => (
        <li key={email} className="max-w-full">
          <Badge
            shape="pill"
            tone={problem ? 'danger' : 'neutral'}
            {...(problem ? { icon: <CircleAlert aria-hidden /> } : {})}
          >
            {problem ? `${typed}: not an e-mail` : email}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function Results({ results }: { results: readonly InviteResult[] }): ReactNode {
  return (
    <div role="status">
      {results.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {results.map(({ email, problem }) => (
            <li key={email} className={`flex items-start gap-2 wrap-anywhere ${problem ? 'text-danger' : 'text-ok'}`}>
              {problem ? (
                <CircleAlert aria-hidden className="mt-0.5 size-4" />
              ) : (
                <CircleCheck aria-hidden className="mt-0.5 size-4" />
              )}
              <span>
                {email}: {problem ?? 'invited'}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

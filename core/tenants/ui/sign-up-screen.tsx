'use client';

import { apiFailure } from '@aura/api/client';
import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { Stepper } from '@aura/ui/stepper';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { SignUpCompany } from './sign-up-company.tsx';
import { forgetDraft, type SignUpDraft } from './sign-up-draft.ts';
import { SignUpPerson } from './sign-up-person.tsx';
import { SignUpProgress } from './sign-up-progress.tsx';
import type { Terms } from './terms-field.tsx';
import { useSignUpDraft } from './use-sign-up-draft.ts';
import { type SignUpStep, useStep } from './use-step.ts';
import { useTenantsApi } from './use-tenants-api.ts';

type SignUpScreenProps = { rootDomain: string; terms: Terms; initialCompany: string };

const personFields = ['name', 'email', 'password'];
const companyFields = ['companyName', 'slug', 'currency', 'timezone', 'typedName'];
const steps = [
  { id: 'you', label: 'You' },
  { id: 'company', label: 'Your company' },
];

/** From nothing to an open workspace: two short steps, then straight in. */
export function SignUpScreen({ rootDomain, terms, initialCompany }: SignUpScreenProps): ReactNode {
  const { draft, change } = useSignUpDraft(initialCompany);
  const [password, setPassword] = useState('');
  const { step: wanted, go } = useStep();
  // After a reload the password is gone, and without it the second step leads nowhere.
  const step: SignUpStep = wanted === 'company' && password !== '' ? 'company' : 'you';
  const failure = useFormFailure();
  const { mutate, data, isPending } = useMutation(
    useTenantsApi().signUp.create.mutationOptions({
      onSuccess: ({ handoffUrl }) => {
        forgetDraft();
        location.assign(handoffUrl);
      },
      onError: (error) => {
        if (apiFailure(error).issues.some(({ path }) => personFields.includes(path))) go('you');
        failure.fail(formErrors(error, [...personFields, ...companyFields]));
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isPending) return;
    const missing = missingIn(step, { draft, password });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    failure.clear();
    if (step === 'you') {
      go('company');
      return;
    }
    const { typedName, isSlugOwn: _, ...rest } = draft;
    mutate({ ...rest, email: draft.email.trim(), password, acceptTerms: { version: terms.version, typedName } });
  };
  if (isPending || data)
    return (
      <SignUpProgress
        address={`${draft.slug}.${rootDomain}`}
        isReady={data !== undefined}
        handoffUrl={data?.handoffUrl}
      />
    );
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-6">
      <Stepper label="Steps of signing up" steps={steps} currentId={step} />
      <StepHeading step={step} />
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      {step === 'you' ? (
        <SignUpPerson
          draft={draft}
          change={change}
          password={password}
          onPasswordChange={setPassword}
          failure={failure}
        />
      ) : (
        <SignUpCompany
          draft={draft}
          change={change}
          rootDomain={rootDomain}
          terms={terms}
          failure={failure}
          onBack={() => go('you')}
        />
      )}
    </form>
  );
}

function missingIn(step: SignUpStep, { draft, password }: { draft: SignUpDraft; password: string }) {
  if (step === 'you') {
    return missingFields({
      name: { value: draft.name, message: 'Enter your full name' },
      email: { value: draft.email, message: 'Enter your work e-mail' },
      password: { value: password, message: 'Choose a password' },
    });
  }
  return missingFields({
    companyName: { value: draft.companyName, message: "Enter your company's name" },
    slug: { value: draft.slug, message: 'Choose an address for your workspace' },
    currency: { value: draft.currency, message: 'Choose a currency' },
    timezone: { value: draft.timezone, message: 'Choose a time zone' },
    typedName: { value: draft.typedName, message: 'Type your full name to accept the terms' },
  });
}

/** Takes focus when the step changes, but not when the page is opened. */
function StepHeading({ step }: { step: SignUpStep }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <div>
      <h1 ref={heading} tabIndex={-1} className="font-brand text-[2rem] leading-9.5 font-semibold text-balance">
        {step === 'you' ? 'Start your sales book' : 'Your company'}
      </h1>
      <p className="mt-2 text-body-lg text-muted">
        {step === 'you'
          ? 'First you, who will be its administrator. It takes about two minutes.'
          : 'Where your team will find it. All of this but the address can be changed later.'}
      </p>
    </div>
  );
}

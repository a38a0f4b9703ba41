type Named = { firstName: string | null; lastName: string | null; email: string | null };

/** How a contact is called: by name, else by e-mail. The database sees to it that one of them is there. */
export function contactName({ firstName, lastName, email }: Named): string {
  return [firstName, lastName].filter(Boolean).join(' ') || (email ?? '');
}

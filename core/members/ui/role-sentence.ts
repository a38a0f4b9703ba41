import type { Role } from '@aura/kernel';

export const roleNames: Record<Role, string> = { admin: 'Admin', manager: 'Manager', sales_rep: 'Sales rep' };

/** What a role may do, said to the person who will have it. */
export const roleSentences: Record<Role, string> = {
  admin: "You'll see and edit everything, and manage people, settings and data.",
  manager: "You'll see and edit all records, assign them, and invite sales reps.",
  sales_rep: "You'll see and edit your own records and those shared with you.",
};

/** The same, said to the person who gives it. */
export const roleSummaries: Record<Role, string> = {
  admin: 'Sees and edits everything, and manages people, settings and data.',
  manager: 'Sees and edits all records, assigns them, and invites sales reps.',
  sales_rep: 'Sees and edits their own records and those shared with them.',
};

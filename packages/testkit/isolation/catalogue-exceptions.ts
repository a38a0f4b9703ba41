/** Known findings, each with its reason. This list may only get shorter. */
export type LintException = { rule: string; object: RegExp; reason: string };

export const EXCEPTIONS: LintException[] = [
  {
    rule: 'T01',
    object: /^audit\.(entities|sealer)$/,
    reason:
      'The log’s own bookkeeping: names of tables, and how far it is sealed. No role that sessions run as reads it.',
  },
  { rule: 'T03', object: /^audit\.(entities|sealer)$/, reason: 'As above: there are no tenants’ rows in them.' },
  {
    rule: 'T02',
    object: /^audit\.violations$/,
    reason: 'A forged context has no verified tenant; such rows are shown to nobody.',
  },
  {
    rule: 'U01',
    object: /^audit\.(entities\.entities_pkey|sealer\.sealer_pkey|misses\.misses_pkey|violations\.violations_pkey)$/,
    reason: 'Written by definer functions only, which choose none of these keys.',
  },
  {
    rule: 'U01',
    object: /^core\.tenants\.tenants_slug_key$/,
    reason: 'A host name is unique in the installation, and public. Only aura_identity writes it.',
  },
  {
    rule: 'Q01',
    object: /^audit\.(seals|violations)\.id$/,
    reason:
      'Only admins read them: the gaps tell how many refusals and seals the installation had, and nothing about whose.',
  },
  {
    rule: 'P01',
    object: /^audit\.(events\.(insert_audit|select_audit)|(misses|violations)\.write_audit|seals\.all_audit)$/,
    reason:
      'For the owner of the log, as which no session runs: its functions write, seal and classify for every tenant.',
  },
  {
    rule: 'P01',
    object: /\.select_classifier$/,
    reason:
      'For the owner of the log, which is granted ids alone: tells a probe from a typing error after the request.',
  },
  {
    rule: 'P01',
    object: /^core\.(tenants|memberships)\.select_context$/,
    reason:
      'For the owner of the context functions: they ask whether member and tenant are active before there is a context.',
  },
  {
    rule: 'P01',
    object:
      /^core\.(tenants\.registry_identity|memberships\.identity_all|invitations\.identity_all|terms_acceptances\.insert_identity|tenant_transitions\.(insert|select)_identity)$/,
    reason:
      'Sign-up, sign-in and invitations happen before a context exists, under a login that reaches no business data.',
  },
  {
    rule: 'P01',
    object: /^core\.(tenants|memberships|tenant_transitions|terms_acceptances)\.(undo_sign_up|select_undo)$/,
    reason: 'core.undo_sign_up takes a failed sign-up back, within ten minutes of it.',
  },
  {
    rule: 'P01',
    object:
      /^core\.(events\.relay|imports\.tidy_access|import_files\.tidy_access|exports\.tidy_access|export_chunks\.tidy_access|notifications\.tidy_access|bulk_edits\.tidy_access|bulk_changes\.(tidy_access|tidy_select_access)|(reminder_days|tenants|memberships)\.reminder_access)$/,
    reason:
      'The outbox, the upkeep of imports, exports, bulk edits and notifications and the call for reminders work over all tenants; aura_access is granted ids, types and times, not contents.',
  },
];

/**
 * Every SECURITY DEFINER function: each looks past its caller's rows and was reviewed for that. A new one is added here
 * on purpose, with a look at its owner's policies.
 */
export const DEFINER_FUNCTIONS: ReadonlySet<string> = new Set([
  'app.actor_id()',
  'app.claims()',
  'app.claims_or_null()',
  'app.close_job_context(text)',
  'app.has_role(text[])',
  'app.open_job_context(uuid,uuid)',
  'app.tenant_id()',
  'app.user_id()',
  'audit.capture()',
  'audit.classify_misses(integer)',
  'audit.ensure_partition(date)',
  'audit.hash_rows(uuid,xid8,xid8,bytea)',
  'audit.log_violation(text,text,text,text,text,text)',
  'audit.note_miss(text,uuid)',
  'audit.record(text,text,uuid,jsonb)',
  'audit.record_entry(uuid,uuid,text,jsonb)',
  'audit.seal()',
  'audit.verify()',
  'core.latest_change()',
  'core.list_reminders(timestamp with time zone,integer)',
  'core.refresh_statistics(regclass)',
  'core.take_outbox(integer)',
  'core.tidy_bulk_changes()',
  'core.tidy_exports()',
  'core.is_restoring()',
  'core.tidy_imports()',
  'core.tidy_notifications()',
  'core.undo_sign_up(uuid)',
  'crm.add_activity_owners()',
  'crm.contact_document(crm.contacts)',
  'crm.follow_deal_of_stay()',
  'crm.forget_distinctions()',
  'crm.give_activities()',
  'crm.index_deal()',
  'crm.merge_contacts(uuid,uuid,text[],text)',
  'crm.move_activity_owner()',
  'crm.organization_name(uuid)',
  'crm.put_stays_back()',
  'crm.record_first_stage()',
  'crm.record_first_stay()',
  'crm.record_stage_change()',
  'crm.record_stay()',
  'crm.refresh_contact_tokens()',
  'crm.refresh_deal_tokens()',
  'crm.shared_contact_ids()',
  'crm.shared_deal_ids()',
  'crm.sum_line_items()',
  'crm.unmerge_contacts(uuid)',
  'search.add_custom_values()',
  'search.change_custom_values()',
  'search.index_rows()',
  'search.replace_tokens(text,uuid,uuid,text,text)',
]);

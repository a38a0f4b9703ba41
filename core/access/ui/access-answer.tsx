import { Badge } from '@aura/ui/badge';
import { Banner } from '@aura/ui/banner';
import { DetailList, DetailRow } from '@aura/ui/detail-list';
import { Panel } from '@aura/ui/panel';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AccessAnswer as Answer } from '../access.schema.ts';

/** The verdict, what the record says about itself, and the rules of the database one by one. */
export function AccessAnswer({ answer }: { answer: Answer }): ReactNode {
  const { visible, sentence, record } = answer;
  return (
    <>
      <Banner tone={visible ? 'ok' : 'warn'} title={visible ? 'Yes, they see it' : "No, they don't see it"}>
        {sentence}
        {visible && record.archived ? ' It is archived: it shows among archived records only.' : null}
      </Banner>
      <Panel title={record.name} note={record.entity}>
        <RecordFacts answer={answer} />
      </Panel>
      {answer.rules.length > 0 ? (
        <Panel title="Rules in the database" note={`for the role ${answer.member.role.replaceAll('_', ' ')}`}>
          <ul className="grid gap-3">
            {answer.rules.map((rule) => (
              <Rule key={rule.name} rule={rule} />
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}

function RecordFacts({ answer: { owner, openedTo, facts, record, member } }: { answer: Answer }): ReactNode {
  return (
    <DetailList>
      <DetailRow label="Member">
        {member.name} · {member.role.replaceAll('_', ' ')}
        {member.status === 'active' ? null : ` · ${member.status}`}
      </DetailRow>
      {owner ? <DetailRow label={record.entity === 'activity' ? 'Written by' : 'Owner'}>{owner.name}</DetailRow> : null}
      {openedTo.length > 0 ? (
        <DetailRow label="Opened to">
          {openedTo.map(({ userId, name, how }) => (
            <span key={userId} className="block">
              {name} <span className="text-muted">{how === 'shared' ? '(shared)' : '(collaborator)'}</span>
            </span>
          ))}
        </DetailRow>
      ) : null}
      {facts.map(({ label, value }) => (
        <DetailRow key={label} label={label}>
          {value}
        </DetailRow>
      ))}
      {record.archived ? <DetailRow label="State">Archived</DetailRow> : null}
    </DetailList>
  );
}

function Rule({ rule }: { rule: Answer['rules'][number] }): ReactNode {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <Badge tone={rule.holds ? 'ok' : 'neutral'} icon={rule.holds ? <Check aria-hidden /> : <Minus aria-hidden />}>
        {rule.holds ? 'Holds' : 'Does not hold'}
      </Badge>
      <span className="min-w-0 flex-1">
        {rule.text}
        <code className="block font-mono text-small wrap-anywhere text-muted">
          {rule.name} on {rule.table}
        </code>
      </span>
    </li>
  );
}

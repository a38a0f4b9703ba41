import type { JobRole } from '@aura/site';
import { Link } from '@aura/ui/link';
import type { ReactNode } from 'react';

type RoleListProps = {
  roles: readonly JobRole[];
  /** Show this team alone; an unknown one shows all. */
  team?: string | undefined;
};

/** The open roles by team. */
export function RoleList({ roles, team }: RoleListProps): ReactNode {
  if (roles.length === 0)
    return (
      <div className="border-s-3 border-copper ps-5">
        <h2 className="font-brand text-[1.375rem] leading-7 font-semibold text-balance">No open roles today.</h2>
        <p className="mt-2 max-w-[60ch] text-body-lg text-muted">
          We hire when there is work that nobody has time for, and then we say so here first.
        </p>
      </div>
    );
  const teams = [...new Set(roles.map((role) => role.team))];
  const chosen = team !== undefined && teams.includes(team) ? team : null;
  return (
    <>
      {teams.length > 1 ? <TeamLinks teams={teams} chosen={chosen} /> : null}
      {teams
        .filter((name) => chosen === null || name === chosen)
        .map((name) => (
          <TeamRoles key={name} team={name} roles={roles.filter((role) => role.team === name)} />
        ))}
    </>
  );
}

function TeamLinks({ teams, chosen }: { teams: readonly string[]; chosen: string | null }): ReactNode {
  const choices = [
    { label: 'All teams', href: '/careers', isChosen: chosen === null },
    ...teams.map((name) => ({
      label: name,
      href: `/careers?team=${encodeURIComponent(name)}`,
      isChosen: chosen === name,
    })),
  ];
  return (
    <nav aria-label="Teams" className="mb-8">
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ label, href, isChosen }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isChosen ? 'true' : undefined}
              className="inline-flex min-h-9 items-center rounded-control border border-control px-3 text-muted hover:bg-sunken hover:text-ink aria-[current]:border-primary aria-[current]:bg-primary-soft aria-[current]:font-medium aria-[current]:text-primary pointer-coarse:min-h-11"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TeamRoles({ team, roles }: { team: string; roles: readonly JobRole[] }): ReactNode {
  const id = `team-${team.toLowerCase().replaceAll(/\W+/g, '-')}`;
  return (
    <section aria-labelledby={id} className="mb-10 grid gap-x-12 gap-y-3 last:mb-0 lg:grid-cols-12">
      <h2 id={id} className="font-brand text-[1.375rem] leading-7 font-semibold lg:col-span-3 lg:pt-4">
        {team}
      </h2>
      <RoleRows roles={roles} level={3} />
    </section>
  );
}

/** One line a role; the whole line leads to it. */
export function RoleRows({ roles, level }: { roles: readonly JobRole[]; level: 2 | 3 }): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="border-t border-line lg:col-span-9">
      {roles.map(({ slug, title, place, type, salary }) => (
        <li key={slug} className="group relative border-b border-line py-4 hover:bg-surface">
          <div className="grid gap-x-6 gap-y-1 md:grid-cols-[1fr_13rem] md:items-baseline">
            <div className="min-w-0">
              <Heading className="text-h2">
                <Link
                  href={`/careers/${slug}`}
                  prefetch={false}
                  className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
                >
                  {title}
                </Link>
              </Heading>
              <p className="mt-0.5 text-body-lg text-muted">
                {place} · {type}
              </p>
            </div>
            <p className="text-body-lg tabular-nums md:text-end">{salary}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

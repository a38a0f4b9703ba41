'use client';

import type { ReactNode } from 'react';
import { ManagerDashboard } from './manager-dashboard.tsx';
import { RepDashboard } from './rep-dashboard.tsx';

/** The first page of the day: a rep's own steps, or a manager's overview of the team. */
export function DashboardScreen({ isRep }: { isRep: boolean }): ReactNode {
  return isRep ? <RepDashboard /> : <ManagerDashboard />;
}

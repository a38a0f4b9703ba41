import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@aura/kernel';

/** Where a page ended: the sort value and the id of its last row; `isRest` among those that come after all others. */
export type Position = { value: string; id: string; isRest?: boolean };

/** A cursor is bound to tenant, list, sort and filters: it opens nothing else. */
export type CursorScope = { secret: string; tenantId: string; list: string };

const MAC_BYTES = 12;

function mac(scope: CursorScope, payload: string): Buffer {
  return createHmac('sha256', scope.secret)
    .update(`cursor:${scope.tenantId}:${scope.list}:${payload}`)
    .digest()
    .subarray(0, MAC_BYTES);
}

export function writeCursor(scope: CursorScope, position: Position): string {
  const payload = JSON.stringify([position.value, position.id, ...(position.isRest ? [1] : [])]);
  return Buffer.concat([mac(scope, payload), Buffer.from(payload)]).toString('base64url');
}

/** Throws `invalid` on `cursor` when it was made for another tenant, list, sort or filter, or by nobody. */
export function readCursor(scope: CursorScope, cursor: string): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(MAC_BYTES).toString('utf8');
  if (bytes.length <= MAC_BYTES || !timingSafeEqual(bytes.subarray(0, MAC_BYTES), mac(scope, payload))) {
    throw new AppError('invalid', {
      reason: 'bad_cursor',
      field: 'cursor',
      detail: 'This cursor belongs to another list. Start again without it.',
    });
  }
  const [value, id, isRest] = JSON.parse(payload) as [string, string, 1?];
  return { value, id, ...(isRest ? { isRest: true } : {}) };
}

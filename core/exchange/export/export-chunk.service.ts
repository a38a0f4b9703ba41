import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';

/** A row of the table holds this much, and so does the process that writes or sends it. */
const CHUNK_BYTES = 512 * 1024;

export type ChunkTarget = { exportId: string; runId: string };

/** Takes bytes as they come and stores them in pieces. */
export type ChunkWriter = {
  write(part: string | Uint8Array): Promise<void>;
  /** Stores the rest; resolves to the size of the whole. */
  close(): Promise<number>;
};

/** Each piece is stored by a statement of its own, under the maker's rights of that moment. */
export function createChunkWriter(ctx: ActorContext, target: ChunkTarget): ChunkWriter {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let position = 0;
  let written = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    if (bytes.length === 0) return;
    await storeChunk(ctx, target, { position, bytes });
    position += 1;
    written += bytes.length;
  };
  return {
    write: async (part) => {
      const bytes = Buffer.from(part as Uint8Array);
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (waitingBytes >= CHUNK_BYTES) await flush();
    },
    close: async () => {
      await flush();
      return written;
    },
  };
}

/** Held with its export, so that a run that lost its claim to a later one cannot write into the later one's file. */
async function storeChunk(
  { db, actor }: ActorContext,
  { exportId, runId }: ChunkTarget,
  { position, bytes }: { position: number; bytes: Buffer },
): Promise<void> {
  const { rows } = await sql`
    with mine as (select id from core.exports where tenant_id = ${actor.tenantId} and id = ${exportId} and run_id = ${runId}::uuid for share)
    insert into core.export_chunks (export_id, position, bytes) select id, ${position}::int, ${bytes}::bytea from mine
    returning position`.execute(db);
  if (rows.length === 0) throw new AppError('conflict', { reason: 'superseded', detail: 'Another run took over.' });
}

export async function deleteChunks({ db, actor }: ActorContext, exportId: string): Promise<void> {
  await db
    .deleteFrom('core.export_chunks')
    .where('tenant_id', '=', actor.tenantId)
    .where('export_id', '=', exportId)
    .execute();
}

/** The file piece by piece, as fast as it is read: each piece asks the database again whether it may be. */
export function readChunks({ db, actor }: ActorContext, exportId: string): ReadableStream<Uint8Array> {
  let position = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const chunk = await db
        .selectFrom('core.export_chunks')
        .select('bytes')
        .where('tenant_id', '=', actor.tenantId)
        .where('export_id', '=', exportId)
        .where('created_by', '=', actor.userId)
        .where('position', '=', position)
        .executeTakeFirst();
      position += 1;
      if (chunk) controller.enqueue(new Uint8Array(chunk.bytes));
      else controller.close();
    },
  });
}

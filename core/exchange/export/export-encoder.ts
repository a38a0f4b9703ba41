import { Zip, ZipDeflate } from 'fflate';
import { toCsv } from './export-cell.ts';
import type { ChunkWriter } from './export-chunk.service.ts';
import type { FileKind } from './export-file.ts';
import type { ExportColumn } from './exporter.ts';

type Item = Record<string, unknown>;

/** One kind of record of a file. */
export type Part = { name: string; columns: readonly ExportColumn<Item>[] };

/** Turns records into a file, part after part, batch after batch: it keeps none of them. */
export type Encoder = {
  /** What the file is, before its parts; a single list has none. */
  head(name: string, facts: object): Promise<void>;
  begin(part: Part): Promise<void>;
  add(items: readonly Item[]): Promise<void>;
  end(): Promise<void>;
  close(): Promise<void>;
};

export function createEncoder(kind: FileKind, { isWhole, out }: { isWhole: boolean; out: ChunkWriter }): Encoder {
  switch (kind) {
    case 'csv':
      return csvEncoder((part) => out.write(part));
    case 'json':
      return isWhole ? documentEncoder(out) : listEncoder(out);
    case 'zip':
      return zipEncoder(out);
  }
}

const nothing = async (): Promise<void> => undefined;

function csvEncoder(write: (text: string) => Promise<void>): Encoder {
  let columns: Part['columns'] = [];
  return {
    head: nothing,
    begin: async (part) => {
      columns = part.columns;
      await write(toCsv([columns.map(({ header }) => header)]));
    },
    add: (items) => write(toCsv(items.map((item) => columns.map(({ value }) => value(item))))),
    end: nothing,
    close: nothing,
  };
}

/** An array of records, one a line. */
function listEncoder(out: ChunkWriter): Encoder {
  let isFirst = true;
  return {
    head: nothing,
    begin: async () => {
      isFirst = true;
      await out.write('[');
    },
    add: async (items) => {
      const lines = items.map((item) => JSON.stringify(shown(item)));
      if (lines.length === 0) return;
      await out.write(`${isFirst ? '\n' : ',\n'}${lines.join(',\n')}`);
      isFirst = false;
    },
    end: () => out.write('\n]'),
    close: nothing,
  };
}

/** One document: {"contacts": […], "deals": […]}. */
function documentEncoder(out: ChunkWriter): Encoder {
  const list = listEncoder(out);
  let parts = 0;
  const name = async (key: string): Promise<void> => {
    await out.write(`${parts === 0 ? '{\n' : ',\n'}${JSON.stringify(key)}: `);
    parts += 1;
  };
  return {
    head: async (key, facts) => {
      await name(key);
      await out.write(JSON.stringify(facts));
    },
    begin: async (part) => {
      await name(part.name);
      await list.begin(part);
    },
    add: list.add,
    end: list.end,
    close: () => out.write(parts === 0 ? '{}\n' : '\n}\n'),
  };
}

// What the reader may do with a record is no part of it.
function shown({ abilities: _abilities, ...item }: Item): Item {
  return item;
}

/** A CSV for each part. What the compressor gives is passed on before it is given more. */
function zipEncoder(out: ChunkWriter): Encoder {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  let file: ZipDeflate | undefined;
  const drain = async (): Promise<void> => {
    const parts = ready;
    ready = [];
    for (const part of parts) await out.write(part);
  };
  const csv = csvEncoder(async (text) => {
    file?.push(new TextEncoder().encode(text));
    await drain();
  });
  return {
    head: async (name, facts) => {
      const json = new ZipDeflate(`${name}.json`);
      zip.add(json);
      json.push(new TextEncoder().encode(JSON.stringify(facts)), true);
      await drain();
    },
    begin: (part) => {
      file = new ZipDeflate(`${part.name}.csv`);
      zip.add(file);
      return csv.begin(part);
    },
    add: csv.add,
    end: async () => {
      file?.push(new Uint8Array(), true);
      await drain();
    },
    close: async () => {
      zip.end();
      await drain();
    },
  };
}

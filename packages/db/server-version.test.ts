import { describe, expect, test } from 'vitest';
import { checkServerVersion, judgeServerVersion } from './server-version.ts';

const server = (version: number) => ({ query: async () => ({ rows: [{ server_version_num: String(version) }] }) });

describe('the version floor', () => {
  test.each([150_020, 160_016, 170_012, 180_007, 180_012, 190_000])('takes %i', (version) => {
    expect(judgeServerVersion(version)).toEqual({ isSafe: true, message: null });
  });

  test.each([140_030, 150_019, 160_015, 170_011, 180_006, 180_004])('objects to %i', (version) => {
    expect(judgeServerVersion(version).isSafe).toBe(false);
  });

  test('production refuses to start below it, development warns', async () => {
    await expect(checkServerVersion(server(180_004), { isProduction: true })).rejects.toThrow(/Refusing.*18\.7/);
    expect(await checkServerVersion(server(180_004), { isProduction: false })).toMatch(/18\.4.*18\.7/);
    expect(await checkServerVersion(server(180_007), { isProduction: true })).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { describeDevice } from './describe-device.ts';

const agents = {
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
};

test('names browser and system', () => {
  expect(describeDevice({ kind: 'browser', userAgent: agents.edge })).toEqual({
    kind: 'computer',
    name: 'Edge on Windows',
  });
  expect(describeDevice({ kind: 'browser', userAgent: agents.iphone })).toEqual({
    kind: 'phone',
    name: 'Safari on iPhone',
  });
});

test('names the program of a token session', () => {
  expect(describeDevice({ kind: 'token', userAgent: 'curl/8.5.0' })).toEqual({ kind: 'program', name: 'curl' });
});

test('says so when nothing is known', () => {
  expect(describeDevice({ kind: 'browser', userAgent: null }).name).toBe('Unknown browser');
});

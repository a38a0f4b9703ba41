// biome-ignore lint/suspicious/noExplicitAny: the test's own assertions are the types here.
export type Answer = any;

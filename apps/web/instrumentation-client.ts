import { config } from 'zod/v4/core';

// Runs before any schema is made: our pages' policy lets no text become code, so Zod is not to try, or browsers report it.
config({ jitless: true });

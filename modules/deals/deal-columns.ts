import { AppError, toMinor } from '@aura/kernel';

/** The amount in minor units. Throws 422 on `amount` when it is finer than the currency. */
export function amountColumn(amount: string | null | undefined, currency: string, field = 'amount'): bigint | null {
  if (amount === null || amount === undefined) return null;
  try {
    return toMinor(amount, currency);
  } catch (error) {
    throw new AppError('invalid', { field, detail: (error as Error).message, cause: error });
  }
}

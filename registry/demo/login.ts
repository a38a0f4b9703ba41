/** What demo.json lists. */
export type Login = { tenant: string; origin: string; email: string; password: string; role: string };

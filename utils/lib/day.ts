/** A calendar day, `YYYY-MM-DD`. Due days and Microsoft's dates are days, never instants: no time zone moves them. */
export type Day = `${number}-${number}-${number}`;

const layout =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d))$/;

/**
 * Milliseconds of a time as Go's `time.Parse(time.RFC3339, …)` takes it; undefined where it does not. Unlike
 * `Date.parse` it knows how many days a month has, no hour 24, and offsets of up to 24 hours and 60 minutes.
 */
export function goTime(text: string): number | undefined {
  const match = layout.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const { sign, hours = "0", minutes = "0" } = match.groups ?? {};
  const [offsetHours, offsetMinutes] = [Number(hours), Number(minutes)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 24 || offsetMinutes > 60) return undefined;
  const written = new Date(0);
  // Not Date.UTC: it takes the years up to 99 for those of the last century.
  written.setUTCFullYear(year, month - 1, day);
  written.setUTCHours(hour, minute, second, Math.floor(Number(`0.${match[7] ?? "0"}`) * 1000));
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000;
  return written.getTime() - (sign === "-" ? -offset : offset);
}

function daysIn(year: number, month: number): number {
  const end = new Date(0);
  end.setUTCFullYear(year, month, 0);
  return end.getUTCDate();
}

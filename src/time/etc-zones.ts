/** The zones that belong to no place, with the offset in milliseconds that each always has: UTC, and Etc/GMT+12 to Etc/GMT-14. */
export function etcZones(): ReadonlyMap<string, number> {
  return new Map(Array.from({ length: 27 }, (_, i) => [etcName(i - 12), (i - 12) * 3_600_000]))
}

/** The name that a zone has, or would have, which lies so many hours ahead of UTC: the sign in it is POSIX's, which counts westwards. */
export function etcName(hours: number): string {
  if (hours === 0) return 'UTC'
  return `Etc/GMT${hours < 0 ? '+' : '-'}${Math.abs(hours)}`
}

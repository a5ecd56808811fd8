// Preloaded into processes that a test starts: their clock is as many days ahead as the environment says.
const ahead = Number(process.env['CLOCK_AHEAD_DAYS']) * 86_400_000
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...parts: readonly unknown[]) {
    super(...((parts.length === 0 ? [RealDate.now() + ahead] : parts) as [number]))
  }
  static override now(): number {
    return RealDate.now() + ahead
  }
} as DateConstructor

/** Rounds of a random test, times the environment's `XMATTERS_SYNC_RUNS`. */
export const runs = (usual: number): number => Math.ceil(usual * Number(process.env['XMATTERS_SYNC_RUNS'] ?? 1))

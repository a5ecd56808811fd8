import type { SyncStateStore } from '../sync/index.ts'
import { checkedState } from './checked-state.ts'
import { type ContractCase, contractCase } from './contract-case.ts'
import { baselineCases } from './state-contract-baseline.ts'
import { journalCases } from './state-contract-journal.ts'
import { leaseCases } from './state-contract-lease.ts'

export interface StateContractOptions {
  /** Rows of the longest page that your store reads at once; the cases store one more. Default 100. */
  readonly pageSize?: number
}

/**
 * What `applyPlan` relies on in a store, as plain cases for any test runner. `createState` gives a store with nothing in it, a new one
 * for each case. Cases about leases ask nothing of a store that offers none.
 */
export function stateContract(
  createState: () => SyncStateStore | Promise<SyncStateStore>,
  { pageSize = 100 }: StateContractOptions = {},
): readonly ContractCase[] {
  return [...baselineCases, ...journalCases, ...leaseCases].map(([name, check]) =>
    contractCase(name, async () => check(checkedState(await createState()), { pageSize })),
  )
}

import type { TargetAdapter, TargetSnapshot } from '../sync/index.ts'
import { checkedTarget } from './checked-target.ts'
import { type ContractCase, contractCase } from './contract-case.ts'
import { applyCases } from './target-contract-apply.ts'
import { createCases } from './target-contract-create.ts'
import { inviteCases } from './target-contract-invite.ts'
import { removeCases } from './target-contract-remove.ts'
import { updateCases } from './target-contract-update.ts'

export interface TargetContractOptions {
  /** Reads what is stored without the adapter's own `read`, which may hide what `write` did. Default: `read`. */
  readonly readBack?: (target: TargetAdapter) => Promise<TargetSnapshot>
  /** Rows of the longest page that your store reads at once; the cases store one more. Default 100. */
  readonly pageSize?: number
}

/**
 * What the library relies on in an adapter, as plain cases for any test runner. `createTarget` gives an adapter over an empty store, a
 * new one for each case. What the capabilities exclude is not asked for.
 */
export function targetContract(
  createTarget: () => TargetAdapter | Promise<TargetAdapter>,
  { readBack = async (target) => checkedTarget(target).read({}), pageSize = 100 }: TargetContractOptions = {},
): readonly ContractCase[] {
  return [...createCases, ...updateCases, ...removeCases, ...inviteCases, ...applyCases].map(([name, check]) =>
    contractCase(name, async () => {
      const target = await createTarget()
      await check({ target: checkedTarget(target), stored: async () => readBack(target), pageSize })
    }),
  )
}

export { ContractBrokenError, type ContractCase } from './contract-case.ts'
export type { MemoryFault } from './memory-fault.ts'
export { createMemoryState, type MemoryState, type MemoryStateCall, type MemoryStateOptions } from './memory-state.ts'
export {
  createMemoryTarget,
  type MemoryTarget,
  type MemoryTargetCall,
  type MemoryTargetOptions,
  type ValueEdit,
} from './memory-target.ts'
export { stateContract } from './state-contract.ts'
export { targetContract, type TargetContractOptions } from './target-contract.ts'

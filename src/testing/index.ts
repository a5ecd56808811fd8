export { aTenant, type TenantOptions } from './builders/a-tenant.ts'
export { aTenantOf } from './builders/a-tenant-of.ts'
export { aGroup, aMember, aMembership, aShift } from './builders/wire-groups.ts'
export { aDevice, anAbsence, aPerson, aService, aSite } from './builders/wire-people.ts'
export { aReference, aSiteReference } from './builders/wire-references.ts'
export { ContractBrokenError, type ContractCase } from './contract-case.ts'
export {
  createFakeXMatters,
  type FakeRequest,
  type FakeXMatters,
  type FakeXMattersOptions,
} from './fake/create-fake-xmatters.ts'
export type { FakeAuth } from './fake/fake-auth.ts'
export type { FakeFault, FakeFaults } from './fake/fake-faults.ts'
export type { FakeReadings } from './fake/fake-readings.ts'
export type { Editable, FakeShift, FakeTenant } from './fake/fake-tenant.ts'
export type { MemoryFault } from './memory-fault.ts'
export { createMemoryState, type MemoryState, type MemoryStateCall, type MemoryStateOptions } from './memory-state.ts'
export {
  createMemoryTarget,
  type MemoryTarget,
  type MemoryTargetCall,
  type MemoryTargetOptions,
  type ValueEdit,
} from './memory-target.ts'
export { stateContract, type StateContractOptions } from './state-contract.ts'
export { targetContract, type TargetContractOptions } from './target-contract.ts'

import { makePlan } from './planning/make-plan.ts'
import type { PlanInput } from './plan-input.ts'
import type { SyncPlan } from './plan.ts'
import { type PlannerSettings, readPlannerOptions, type SyncPlannerOptions } from './planner-options.ts'

/**
 * Compares what the source says with what the target has and with what both agreed on last time, and says what is to be done.
 *
 * Keeps nothing between plans; throws `InvalidArgumentError` for options that are none.
 */
export class SyncPlanner {
  readonly #settings: PlannerSettings

  constructor(options: SyncPlannerOptions = {}) {
    this.#settings = readPlannerOptions(options)
  }

  /**
   * Makes a plan. Pure: the same input, in whatever order its lists are, gives the same bytes. What cannot be decided is a conflict of the
   * plan, never an exception; throws `InvalidArgumentError` for an input that contradicts itself, such as a key that comes twice.
   */
  plan(input: PlanInput): SyncPlan {
    return makePlan(input, this.#settings)
  }
}

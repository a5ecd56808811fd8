import * as z from 'zod/mini'
import { planSchema } from './plan-schema.ts'

/** JSON Schema (draft 2020-12) of a plan; the package has it as `plan.schema.json` too. */
export function planJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(planSchema) as Readonly<Record<string, unknown>>
  return { $schema, title: 'A plan of xmatters-sync', ...schema }
}

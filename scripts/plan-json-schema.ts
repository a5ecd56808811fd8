import * as z from 'zod/mini'
import { planSchema } from '../src/sync/document/plan-schema.ts'

/** JSON Schema (draft 2020-12) of a plan. Written at build time, because zod's writer of schemas would be a twentieth of the package. */
export function planJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(planSchema) as Readonly<Record<string, unknown>>
  return { $schema, title: 'A plan of xmatters-sync', ...schema }
}

export { syncTenant } from './sync-tenant.ts'

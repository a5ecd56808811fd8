export const usage = `xmatters-sync <command> [options]

  doctor                     can the instance be read, as whom, and what is refused
  export                     the tenant as JSON
  plan                       what a sync would change
  apply PLAN                 apply a plan that was written before
  status                     as plan, but one line and the exit code
  verify [--days N]          compare the mapped schedules with xMatters' own on-call (28 days, at most 90)
  explain PLAN CHANGE        why a change is in a plan
  explain TENANT PATH        where a field of the mapped snapshot comes from
  report FILE...             plan, tenant and result of verify, whichever are given, as one HTML file

  --out FILE                 write the plan, tenant, comparison or page to FILE; - is standard output
  --json                     JSON on standard output instead of text
  --quiet                    no progress on standard error
  --allow-incomplete         plan, status, verify: nothing to do is 0 also when something could not be read
  --config FILE              host adapter and rules (default xmatters-sync.config.mjs)
  --allow-unsafe BRAKE       apply: release a brake by name; may be given several times

The instance is read from XMATTERS_BASE_URL, credentials from XMATTERS_API_KEY and XMATTERS_API_SECRET, or XMATTERS_USERNAME and
XMATTERS_PASSWORD. Files may be - for standard input. Exit codes: 0 in sync, 2 changes, 3 conflicts, 4 unsafe, 1 error
or not read whole.`

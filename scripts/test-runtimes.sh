#!/usr/bin/env bash
# Installs the packed tarball into an empty project and runs one small program there under every runtime that is supported.
set -euo pipefail
cd "$(dirname "$0")/.."
root="$PWD"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
npm pack --silent --ignore-scripts --pack-destination "$folder" >/dev/null
cd "$folder"
echo '{ "name": "consumer", "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund ./*.tgz
cp "$root/scripts/runtime-check.mjs" check.mjs
cat >check.cjs <<'EOF'
const { normalizeTimeZone } = require('xmatters-sync')
if (normalizeTimeZone('US/Pacific').zone !== 'America/Los_Angeles') process.exit(1)
EOF

run() {
  printf '%-8s ' "$1"
  shift
  "$@"
}
for major in 22 24 26; do
  run "node $major" npx --yes --package="node@$major" node check.mjs
  npx --yes --package="node@$major" node check.cjs
done
run bun npx --yes --package=bun bun check.mjs
run deno npx --yes --package=deno deno run --allow-read --allow-env --no-prompt check.mjs

#!/usr/bin/env bash
# Installs the packed tarball into an empty project and runs the README's program there under every runtime that is supported.
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
awk '/^```ts run$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$root/README.md" >readme.mjs
cat >check.cjs <<'EOS'
const { normalizeTimeZone } = require('xmatters-sync')
if (normalizeTimeZone('US/Pacific').zone !== 'America/Los_Angeles') process.exit(1)
console.log('require works')
EOS

run() {
  printf '%-17s' "$1"
  shift
  "$@" | tee -a said.txt
}
for version in 22.12.0 22 24 26; do
  for program in check.mjs readme.mjs check.cjs; do
    run "node $version" npx --yes --package="node@$version" node "$program"
  done
done
npx --yes --package=node@22 node_modules/.bin/xmatters-sync --help >/dev/null
run bun npx --yes --package=bun bun check.mjs
run bun npx --yes --package=bun bun readme.mjs
run deno npx --yes --package=deno deno run --allow-read --allow-env --no-prompt check.mjs
run deno npx --yes --package=deno deno run --allow-read --allow-env --no-prompt readme.mjs

# The same inputs give the same plan everywhere.
if [ "$(grep -o 'plan [0-9a-f]*, parity [0-9.]*' said.txt | sort -u | wc -l)" != 1 ]; then
  echo 'The runtimes do not agree.' >&2
  exit 1
fi

cp readme.mjs readme.ts
cat >tsconfig.json <<'EOS'
{
  "compilerOptions": {
    "noEmit": true, "strict": true, "module": "nodenext", "target": "es2022", "types": [],
    "lib": ["es2023", "dom", "dom.iterable", "dom.asynciterable"]
  },
  "files": ["readme.ts"]
}
EOS
for version in 5.7 7; do
  printf '%-17s' "typescript $version"
  npx --yes --package="typescript@$version" tsc -p .
  echo 'reads the declarations'
done

#!/usr/bin/env bash
# Packs the package and checks the tarball as its users will meet it.
set -euo pipefail
cd "$(dirname "$0")/.."
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
npm pack --silent --ignore-scripts --pack-destination "$folder" >/dev/null
tarball="$(ls "$folder"/*.tgz)"
publint --strict "$tarball"
attw --quiet --profile esm-only "$tarball"
tar -xzf "$tarball" -C "$folder"
node scripts/check-source-maps.mjs "$folder/package"
node scripts/check-tree-shaking.mjs "$folder/package"

#!/bin/bash
# tests/web/with_module.sh FOLDER COMMAND...: runs the command, or says that FOLDER has no web build.
set -euo pipefail
folder=${1:?folder}
shift
if [ ! -f "$folder/hothouse.wasm" ]; then
  echo "skipped: $folder/hothouse.wasm does not exist; ./dev web makes it"
  exit 77
fi
exec "$@"

#!/bin/bash
# tests/web/if_built.sh FILE COMMAND...: runs the command, or skips where FILE has not been built.
set -euo pipefail
file=${1:?file}
shift
if [ ! -f "$file" ]; then
  echo "skipped: $file does not exist; ./dev web makes it"
  exit 77
fi
exec "$@"

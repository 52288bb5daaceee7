#!/bin/bash
# web/fetch_zydis.sh FOLDER: Debian's source of Zydis into FOLDER/zydis.
#
# `apt-get source` needs deb-src entries. They are made from the system's own apt sources in a private
# list inside FOLDER, with private lists and cache beside it, so that nothing under /etc or /var changes.
set -euo pipefail
mkdir -p "${1:?folder}"
folder=$(cd "$1" && pwd)
[ -f "$folder/zydis/include/Zydis/Zydis.h" ] && exit 0

apt=$folder/apt
rm -rf "$apt" "$folder/zydis"
mkdir -p "$apt"/{sources.list.d,preferences.d,lists/partial,archives/partial,source}
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
  [ -f "$file" ] || continue
  case $file in
    *.sources)
      # Debian's own archives only: other repositories have no source packages that we need.
      grep -q '/debian$\|/debian/$' "$file" || continue
      sed 's/^Types:.*/Types: deb-src/' "$file" >"$apt/sources.list.d/$(basename "$file")" ;;
    *)
      sed -n 's/^deb \(.*debian.org.*\|.*\/debian .*\)$/deb-src \1/p' "$file" \
        >"$apt/sources.list.d/$(basename "$file" .list).list" ;;
  esac
done
options=(-o "Dir::Etc::SourceList=/dev/null" -o "Dir::Etc::SourceParts=$apt/sources.list.d"
  -o "Dir::State::Lists=$apt/lists" -o "Dir::Cache::Archives=$apt/archives"
  -o "Dir::Cache::pkgcache=" -o "Dir::Cache::srcpkgcache=" -o "APT::Sandbox::User=")
apt-get "${options[@]}" update -qq >&2
cd "$apt/source"
apt-get "${options[@]}" source -qq --download-only zydis >&2
mkdir "$folder/zydis"
tar -xf ./*.orig.tar.* -C "$folder/zydis" --strip-components=1
rm -rf "$apt"

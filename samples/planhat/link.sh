#!/usr/bin/env bash
# A link into a Planhat portal, with curl: first whether the end user has access, then the link.
set -euo pipefail

gateway=${GATEWAY:-http://127.0.0.1:8080}
token=planhat-demo-token
enduser=extid-ada # or the 24 hex digits of the end user's _id, or srcid- and a source id

# call PATH prints the answer; an error's goes to standard error
call() {
  local answer
  if ! answer=$(curl -sS --fail-with-body -H "Authorization: Bearer $token" "$gateway/shareabletokens/$1"); then
    echo "$answer" >&2
    return 1
  fi
  echo "$answer"
}

access=$(call "access/$enduser")
if [[ $access != true ]]; then
  echo "$enduser has no access to a portal" >&2
  exit 1
fi
call "$enduser"

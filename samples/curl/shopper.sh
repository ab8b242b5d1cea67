#!/usr/bin/env bash
# A link into myAccount over JSON-RPC, with curl and openssl.
set -euo pipefail
export LC_ALL=C # so that ${#text} counts bytes

gateway=${GATEWAY:-http://127.0.0.1:8080}
merchant=DEMOSHOP
key=demo-secret-key

# call METHOD PARAMS prints the result, a string; an error's message goes to standard error
call() {
  local answer
  answer=$(curl -sS --data "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":$2}" "$gateway/rpc/6.0/") || return
  if [[ $answer =~ \"result\":\"([^\"]*)\" ]]; then
    echo "${BASH_REMATCH[1]}"
  elif [[ $answer =~ \"message\":\"([^\"]*)\" ]]; then
    echo "${BASH_REMATCH[1]}" >&2
    return 1
  else
    echo "$gateway did not answer as a gateway does: $answer" >&2
    return 1
  fi
}

date=$(date -u '+%F %T')
hash=$(printf %s "${#merchant}$merchant${#date}$date" | openssl dgst -sha3-256 -hmac "$key" -r)
session=$(call login "[\"$merchant\",\"$date\",\"${hash%% *}\",\"sha3-256\"]")

# the subscription, no particular email, 300 seconds
call getSingleSignOn "[\"$session\",\"DC47E143FA\",null,300]"

#!/usr/bin/env bash
# A link into a Fusebill portal, with curl.
set -euo pipefail

gateway=${GATEWAY:-http://127.0.0.1:8080}
key=MDpERU1PS0VZ # as issued: it is base64 already
customer=1001
page=/Portal/Invoices

if ! answer=$(curl -sS --fail-with-body -H "Authorization: Basic $key" -H 'Content-Type: application/json' \
    "$gateway/v1/SingleSignOn/GetSingleSignOnToken/$customer"); then
  echo "$answer" >&2
  exit 1
fi
echo "$gateway$page?token=${answer//\"/}" # the answer is a JSON string: the token in quotes

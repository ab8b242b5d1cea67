"""A link into myAccount over JSON-RPC, with the standard library alone."""

import hmac
import json
import os
import sys
import urllib.error
import urllib.request
from datetime import datetime, timezone

GATEWAY = os.environ.get("GATEWAY", "http://127.0.0.1:8080")
MERCHANT_CODE = "DEMOSHOP"
SECRET_KEY = "demo-secret-key"


def call(method, *params):
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
    request = urllib.request.Request(
        GATEWAY + "/rpc/6.0/", body.encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    if "error" in answer:
        sys.exit(answer["error"]["message"])
    return answer["result"]


def login():
    date = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M:%S")
    text = b"".join(
        b"%d%s" % (len(part), part) for part in (MERCHANT_CODE.encode(), date.encode())
    )
    digest = hmac.new(SECRET_KEY.encode(), text, "sha3_256").hexdigest()
    return call("login", MERCHANT_CODE, date, digest, "sha3-256")


def main():
    session = login()
    for subscription in call("getCustomerSubscriptions", session, "352365983"):
        reference = subscription["SubscriptionReference"]
        product = subscription["Product"]["ProductName"]
        link = call("getSingleSignOn", session, reference, None, 300, "my_license")
        print(f"{product}: {link}")


try:
    main()
except urllib.error.URLError as error:
    sys.exit(f"{GATEWAY}: {error.reason}")

"""A link into a Fusebill portal, with the standard library alone."""

import json
import os
import sys
import urllib.error
import urllib.request

GATEWAY = os.environ.get("GATEWAY", "http://127.0.0.1:8080")
API_KEY = "MDpERU1PS0VZ"  # as issued: it is base64 already


def single_sign_on_token(customer_id):
    request = urllib.request.Request(
        f"{GATEWAY}/v1/SingleSignOn/GetSingleSignOnToken/{customer_id}",
        headers={"Authorization": "Basic " + API_KEY},
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


try:
    print(f"{GATEWAY}/ManagedPortal/Home?token={single_sign_on_token(1001)}")
except urllib.error.HTTPError as error:
    sys.exit("\n".join(each["Value"] for each in json.load(error)["Errors"]))
except urllib.error.URLError as error:
    sys.exit(f"{GATEWAY}: {error.reason}")

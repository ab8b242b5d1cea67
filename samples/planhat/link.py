"""A link into a Planhat portal, with the standard library alone."""

import json
import os
import sys
import urllib.error
import urllib.request
from urllib.parse import quote

GATEWAY = os.environ.get("GATEWAY", "http://127.0.0.1:8080")
API_TOKEN = "planhat-demo-token"


def get(path):
    request = urllib.request.Request(
        GATEWAY + "/shareabletokens/" + path,
        headers={"Authorization": "Bearer " + API_TOKEN},
    )
    with urllib.request.urlopen(request) as response:
        return response.read().decode()


def main():
    end_user = quote("extid-" + "ada", safe="")  # an external id may have a slash in it
    if json.loads(get("access/" + end_user)) is not True:
        sys.exit("No access to a portal: show no button")
    print(get(end_user))  # at the click: the link lives 30 seconds


try:
    main()
except urllib.error.HTTPError as error:
    sys.exit(json.load(error)["message"])
except urllib.error.URLError as error:
    sys.exit(f"{GATEWAY}: {error.reason}")

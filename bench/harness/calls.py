"""The calls that are measured: what is sent, and what a right answer looks like."""

import dataclasses
import hashlib
import hmac
import json
import time
import urllib.request

XML = ("Content-Type: text/xml; charset=utf-8", 'SOAPAction: ""')
JSON = ("Content-Type: application/json",)
FORM = ("Content-Type: application/x-www-form-urlencoded",)
MERCHANT, KEY = "DEMOSHOP", b"demo-secret-key"

# Forty hexadecimal digits; a stub server's may have hyphens.
TOKEN = "logintoken=" + "[%x-]" * 40


@dataclasses.dataclass(frozen=True)
class Call:
    """A request and the Lua pattern that every right answer contains."""

    name: str
    path: str
    body: str = ""
    headers: tuple = ()
    answer: str = ""
    method: str = "POST"
    status: int = 200

    def arguments(self):
        return [self.method, self.path, str(self.status), self.answer, self.body, *self.headers]

    def length_of_answer(self, url):
        request = urllib.request.Request(
            url + self.path,
            data=self.body.encode() or None,
            method=self.method,
            headers=dict(header.split(": ", 1) for header in self.headers),
        )
        with urllib.request.urlopen(request) as answer:
            return len(answer.read())

    def of_limit(self, length):
        """The same request to the limit, which answers as many bytes."""
        return dataclasses.replace(self, path=f"/{self.status}/{length}", answer="x" if length else "")


def rpc(method, *params, number=1):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def login_params():
    date = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
    signed = f"{len(MERCHANT)}{MERCHANT}{len(date)}{date}".encode()
    return MERCHANT, date, hmac.new(KEY, signed, hashlib.sha256).hexdigest(), "sha256"


def login():
    body = json.dumps(rpc("login", *login_params()))
    return Call("JSON-RPC login", "/rpc/6.0/", body, JSON, '"result":"' + "%x" * 40)


def session(url):
    """A session of the gateway; nonsense of the same length for a server that keeps none."""
    call = login()
    request = urllib.request.Request(url + call.path, call.body.encode())
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["result"]


NO_SESSION = "0123456789abcdef0123456789abcdef01234567"


def issue_params(session_id):
    return session_id, "DC47E143FA", "ada@example.com", "3600"


def issue(session_id=NO_SESSION):
    body = json.dumps(rpc("getSingleSignOn", *issue_params(session_id)))
    return Call("JSON-RPC getSingleSignOn", "/rpc/6.0/", body, JSON, TOKEN)


def batch(session_id, size=10):
    calls = [rpc("getSingleSignOn", *issue_params(session_id), number=n) for n in range(size)]
    return Call(f"JSON-RPC batch of {size}", "/rpc/6.0/", json.dumps(calls), JSON, TOKEN)


def soap(session_id=NO_SESSION):
    names = ("sessionID", "subscriptionReference", "email", "validityTime", "accessPage", "validationIp")
    values = (*issue_params(session_id), "", "")
    parts = "".join(f"<{name}>{value}</{name}>" for name, value in zip(names, values))
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>'
        f'<sso:getSingleSignOn xmlns:sso="urn:twocheckout:sso">{parts}</sso:getSingleSignOn>'
        "</soapenv:Body></soapenv:Envelope>"
    )
    return Call("SOAP getSingleSignOn", "/soap/6.0/", body, XML, TOKEN)


def chargebee():
    key = ("Authorization: Basic dGVzdF9kZW1vX2tleTo=",)
    body = "customer%5Bid%5D=cb_ada"
    answer = '"access_url":"[^"]+token=' + "%w" * 33
    return Call("Chargebee create", "/api/v2/portal_sessions", body, FORM + key, answer)


def planhat():
    key = ("Authorization: Bearer planhat-demo-token",)
    path = "/shareabletokens/5d81eb28aeeafc7a74d8f901"
    return Call("Planhat issue", path, "", key, "/redirect/" + "[%w-]" * 32, "GET")


def fusebill():
    key = ("Authorization: Basic MDpERU1PS0VZ",)
    path = "/v1/SingleSignOn/GetSingleSignOnToken/1001"
    return Call("Fusebill issue", path, "", key, '^"%x+%-%x+%-%x+%-%x+%-%x+"$', "GET")


def redemption(status):
    """The request that follows a login link; the load program puts each link in its place."""
    path = "/myaccount/?lang=en&logintoken=" + NO_SESSION
    return Call("redemption", path, method="GET", status=status)


def cycle():
    """The bodies of log in and issue, for a load program that fills in the session."""
    return [login().body, issue("@session@").body]

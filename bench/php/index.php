<?php
// The one call of the gateway's SOAP service that is measured, by PHP's own server, without anything behind it.

final class Sso
{
    public function getSingleSignOn($sessionId, $reference, $email = null, $validity = null, $page = null, $ip = null)
    {
        return 'http://127.0.0.1:18080/myaccount/?lang=en&logintoken=' . bin2hex(random_bytes(20));
    }
}

$server = new SoapServer(null, ['uri' => 'urn:twocheckout:sso']);
$server->setClass(Sso::class);
$server->handle();

<?php

// Whom the PHP samples sign on: the demo merchant of a gateway. With your own account, these are the lines to change.

const MERCHANT_CODE = 'DEMOSHOP';
const SECRET_KEY = 'demo-secret-key';

define('GATEWAY', getenv('GATEWAY') ?: 'http://127.0.0.1:8080');

/**
 * The arguments of login. The hash goes over the code and the date in UTC, each with its length in bytes before it;
 * sha256 and md5 are the older algorithms.
 */
function loginArguments(string $algo = 'sha3-256'): array
{
    $date = gmdate('Y-m-d H:i:s');
    $text = strlen(MERCHANT_CODE) . MERCHANT_CODE . strlen($date) . $date;

    return [MERCHANT_CODE, $date, hash_hmac($algo, $text, SECRET_KEY), $algo];
}

/** A client whose methods are those of the API. It asks for the WSDL every time, as a gateway may change its address. */
function soapClient(): SoapClient
{
    $host = GATEWAY . '/soap/6.0/';

    return new SoapClient($host . '?wsdl', ['location' => $host, 'cache_wsdl' => WSDL_CACHE_NONE]);
}

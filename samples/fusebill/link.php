<?php

// A link into a Fusebill portal.

const API_KEY = 'MDpERU1PS0VZ'; // as issued: it is base64 already

define('GATEWAY', getenv('GATEWAY') ?: 'http://127.0.0.1:8080');

function getSingleSignOnToken(int $customerId): string
{
    $curl = curl_init(GATEWAY . '/v1/SingleSignOn/GetSingleSignOnToken/' . $customerId);
    curl_setopt_array($curl, [
        CURLOPT_HTTPHEADER => ['Authorization: Basic ' . API_KEY, 'Content-Type: application/json'],
        CURLOPT_RETURNTRANSFER => true,
    ]);
    $body = curl_exec($curl);
    if ($body === false) {
        throw new RuntimeException(curl_error($curl));
    }
    $answer = json_decode($body);
    if (isset($answer->Errors)) {
        throw new RuntimeException($answer->Errors[0]->Value);
    }

    return $answer;
}

try {
    echo GATEWAY . '/Portal/Account?token=' . getSingleSignOnToken(1001), "\n";
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}

<?php

// A link into a Planhat portal.

const API_TOKEN = 'planhat-demo-token';

define('GATEWAY', getenv('GATEWAY') ?: 'http://127.0.0.1:8080');

function get(string $path): string
{
    $curl = curl_init(GATEWAY . '/shareabletokens/' . $path);
    curl_setopt_array($curl, [
        CURLOPT_USERPWD => API_TOKEN . ':', // the token is the user, without a password
        CURLOPT_RETURNTRANSFER => true,
    ]);
    $body = curl_exec($curl);
    if ($body === false) {
        throw new RuntimeException(curl_error($curl));
    }
    if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
        throw new RuntimeException(json_decode($body)->message);
    }

    return $body;
}

try {
    $endUser = rawurlencode('extid-' . 'ada');
    if (json_decode(get('access/' . $endUser)) !== true) {
        throw new RuntimeException('No access to a portal: show no button');
    }

    echo get($endUser), "\n"; // a page would redirect to it at once: header('Location: ' . get($endUser))
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}

<?php

// A link into myAccount over JSON-RPC.

require __DIR__ . '/account.php';

function callRPC(string $method, array $params)
{
    static $id = 0;
    $curl = curl_init(GATEWAY . '/rpc/6.0/');
    curl_setopt_array($curl, [
        CURLOPT_POSTFIELDS => json_encode(
            ['jsonrpc' => '2.0', 'id' => ++$id, 'method' => $method, 'params' => $params]
        ),
        CURLOPT_HTTPHEADER => ['Content-Type: application/json', 'Accept: application/json'],
        CURLOPT_RETURNTRANSFER => true,
    ]);
    $body = curl_exec($curl);
    if ($body === false) {
        throw new RuntimeException(curl_error($curl));
    }
    $answer = json_decode($body);
    if (isset($answer->error)) {
        throw new RuntimeException($answer->error->message, $answer->error->code);
    }

    return $answer->result;
}

try {
    $sessionID = callRPC('login', loginArguments());
    $subscriptionReference = 'DC47E143FA';
    $email = null; // the end user of the subscription
    $validityTime = 300; // seconds; 10 when left out, which is plenty for a redirect
    $accessPage = 'my_license';

    echo callRPC(
        'getSingleSignOn',
        [$sessionID, $subscriptionReference, $email, $validityTime, $accessPage]
    ), "\n";
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}

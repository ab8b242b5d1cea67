<?php

// A link into myAccount over SOAP.

require __DIR__ . '/account.php';

try {
    $client = soapClient();
    $sessionID = $client->login(...loginArguments());
    $subscriptionReference = 'DC47E143FA';
    $email = 'ada@example.com';
    $validityTime = 300;

    echo $client->getSingleSignOn($sessionID, $subscriptionReference, $email, $validityTime, 'my_products'), "\n";
} catch (SoapFault $e) {
    fwrite(STDERR, $e->faultcode . ': ' . $e->getMessage() . "\n");
    exit(1);
}

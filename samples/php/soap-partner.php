<?php

// A link into the partner control panel over SOAP.

require __DIR__ . '/account.php';

try {
    $client = soapClient();
    $sessionID = $client->login(...loginArguments());
    $partnerCode = 'PARTNER01';
    $client->setPartner($sessionID, $partnerCode);

    echo $client->getPartnerSingleSignOn(
        $sessionID,
        'admin@partner01.example',
        $partnerCode,
        'https://secure.2checkout.com/partners/account.php', // comes back on the gateway's own address
        300
    ), "\n";
} catch (SoapFault $e) {
    fwrite(STDERR, $e->faultcode . ': ' . $e->getMessage() . "\n");
    exit(1);
}

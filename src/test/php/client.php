<?php

// A back end in PHP that a test drives: for every line {"method": ..., "arguments": [...]} it makes the call in the way
// that its second argument says, and prints a line with what PHP makes of the answer.

[, $gateway, $way] = $argv;

function overJsonRpc(string $gateway, string $method, array $params): array
{
    $request = ['jsonrpc' => 2.0, 'id' => 1, 'method' => $method, 'params' => $params];
    $curl = curl_init("$gateway/rpc/6.0/");
    curl_setopt_array($curl, [
        CURLOPT_POST => true,
        CURLOPT_POSTFIELDS => json_encode($request),
        CURLOPT_HTTPHEADER => ['Content-Type: application/json', 'Accept: application/json'],
        CURLOPT_RETURNTRANSFER => true,
    ]);
    $answer = json_decode(curl_exec($curl));
    if (isset($answer->result)) {
        return ['value' => $answer->result];
    }
    $error = $answer->error;

    return ['code' => $error->data->error_code, 'number' => $error->code, 'message' => $error->message];
}

function overSoap(SoapClient $client, string $method, array $params): array
{
    try {
        return ['value' => $client->$method(...$params)];
    } catch (SoapFault $fault) {
        return [
            'code' => stristr($fault->faultcode, '_') || stristr($fault->faultcode, 'FORBIDDEN')
                ? $fault->faultcode
                : $fault->detail->errorCode,
            'number' => (int) $fault->detail->code,
            'message' => $fault->getMessage(),
        ];
    }
}

if ($way === 'soap') {
    $client = new SoapClient(null, ['location' => "$gateway/soap/6.0/", 'uri' => 'urn:anything']);
} elseif (str_starts_with($way, 'soap')) {
    $wsdl = str_replace('soap', '?wsdl=', $way);
    $client = new SoapClient("$gateway/soap/6.0/$wsdl", [
        'cache_wsdl' => WSDL_CACHE_NONE,
        'compression' => SOAP_COMPRESSION_ACCEPT | SOAP_COMPRESSION_GZIP,
    ]);
}

while ($line = fgets(STDIN)) {
    $call = json_decode($line);
    $outcome = match ($way) {
        'json' => overJsonRpc($gateway, $call->method, $call->arguments),
        'json-filtered' => overJsonRpc($gateway, $call->method, array_filter($call->arguments)),
        default => overSoap($client, $call->method, $call->arguments),
    };
    echo json_encode($outcome), "\n";
}

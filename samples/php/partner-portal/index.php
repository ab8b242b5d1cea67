<?php

// A partner portal with a button that opens the control panel, signed in.
//
// The link is made at the click and used at once. It's never in a page, a mail or a database, where it would be too old
// to work, or where somebody else could use it first.

require dirname(__DIR__) . '/account.php';

// In a portal of your own, these two come from the session of the user who has signed in to it.
$user = 'admin@partner01.example';
$partnerCode = 'PARTNER01';

function controlPanelLink(string $user, string $partnerCode): string
{
    $client = soapClient();
    $sessionID = $client->login(...loginArguments());
    $client->setPartner($sessionID, $partnerCode);

    return $client->getPartnerSingleSignOn(
        $sessionID,
        $user,
        $partnerCode,
        'https://secure.2checkout.com/partners/reports_customers.php'
    );
}

$problem = null;
header('Cache-Control: no-store');
header('Referrer-Policy: no-referrer');
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    try {
        header('Location: ' . controlPanelLink($user, $partnerCode), true, 303);
        exit;
    } catch (SoapFault $e) {
        http_response_code(502);
        $problem = $e->getMessage();
    }
}
?>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Partner portal</title>
</head>
<body>
  <h1>Partner portal</h1>
  <p>You are signed in as <?= htmlspecialchars($user) ?>.</p>
  <?php if ($problem !== null) { ?>
  <p role="alert">The control panel can't be opened: <?= htmlspecialchars($problem) ?></p>
  <?php } ?>
  <form method="post">
    <button>Open the control panel</button>
  </form>
</body>
</html>

rpc() {
  curl -s "$gateway/rpc/6.0/" -d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":[$2]}" |
    sed 's/.*"result":"\([^"]*\)".*/\1/'
}
now=$(date -u '+%F %T')
hash=$(printf %s "${#merchant}$merchant${#now}$now" | openssl dgst -sha256 -hmac "$key" -r)
session=$(rpc login "\"$merchant\",\"$now\",\"${hash%% *}\"")
rpc getSingleSignOn "\"$session\",\"$subscription\",null,600"

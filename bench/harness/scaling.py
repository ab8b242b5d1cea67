"""What a rate of sign-ons needs: python3 bench/harness/scaling.py [--help]. The model is explained in docs/scaling.md."""

import argparse
import math

RATES = (100, 1_000, 10_000, 100_000)
ISSUE_ROUND_TRIPS, REDEEM_ROUND_TRIPS = 2, 3


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cpu-us", type=float, default=100, help="gateway's processor time of a link, issued and redeemed")
    parser.add_argument("--cores", type=int, default=4, help="cores of a gateway node")
    parser.add_argument("--store-us", type=float, default=50, help="store's processor time of the same")
    parser.add_argument("--shard-cores", type=float, default=1, help="cores that a shard can use; Redis uses one")
    parser.add_argument("--busy", type=float, default=0.6, help="share of a core that may be busy")
    parser.add_argument("--shard-gigabytes", type=float, default=64, help="memory or disk of a shard for records")
    parser.add_argument("--link-bytes", type=float, default=500, help="a used link in the store, with its key")
    parser.add_argument("--session-bytes", type=float, default=500, help="a session in the store, with its key")
    parser.add_argument("--keep-seconds", type=float, default=86_400, help="keepRecordsFor")
    parser.add_argument("--portal-session-seconds", type=float, default=3_600, help="portalSessionLength")
    return parser.parse_args()


def needs(rate, given):
    """Cores, nodes and shards for that many sign-ons a second."""
    cores = rate * given.cpu_us / 1e6 / given.busy
    store_cores = rate * given.store_us / 1e6 / given.busy
    # A used link and the session that it began are kept equally long.
    seconds = given.portal_session_seconds + given.keep_seconds
    gigabytes = rate * seconds * (given.link_bytes + given.session_bytes) / 1e9
    return {
        "cores": cores,
        "nodes": math.ceil(cores / given.cores) + 1,
        "operations": rate * (ISSUE_ROUND_TRIPS + REDEEM_ROUND_TRIPS),
        "shards_by_processor": math.ceil(store_cores / given.shard_cores),
        "gigabytes": gigabytes,
        "shards_by_memory": math.ceil(gigabytes / given.shard_gigabytes),
    }


def main():
    given = arguments()
    print(
        "| sign-ons/s | cores | nodes, one to spare | store operations/s | shards for these "
        "| records, GB | shards for these |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for rate in RATES:
        need = needs(rate, given)
        print(
            f"| {rate:,} | {need['cores']:.1f} | {need['nodes']} | {need['operations']:,} "
            f"| {need['shards_by_processor']} | {need['gigabytes']:,.0f} | {need['shards_by_memory']} |"
        )


if __name__ == "__main__":
    main()

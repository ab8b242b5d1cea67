"""The results as a table for people, as JSON, and as a chart."""

import json
import os

CHART_CALLS = ("JSON-RPC getSingleSignOn", "SOAP getSingleSignOn", "Planhat issue")
EVERYTHING = "single use, expiry, sessions"
NOTHING = "a random token: no single use, no expiry, no session"
BAR, GAP, LEFT, WIDTH = 16, 6, 250, 420


def write(results, directory):
    os.makedirs(directory, exist_ok=True)
    with open(os.path.join(directory, "performance.json"), "w") as file:
        json.dump(results, file, indent=1)
        file.write("\n")
    with open(os.path.join(directory, "performance.svg"), "w") as file:
        file.write(chart(results["rows"]))
    with open(os.path.join(directory, "performance.md"), "w") as file:
        file.write(text(results))
    print(text(results))


def name(row):
    return row["server"] if row["server"] != "gateway" else f"gateway, {row['store']}"


def line(cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def text(results):
    lines = [
        "| call | server | connections | calls/s: median (min to max) | of the limit (min to max) "
        "| the gateway against it | processor µs a call | store's µs | p50 ms | p99 ms | what it does |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|",
    ]
    for row in sorted(results["rows"], key=lambda row: (row["call"], row["connections"], -row["of_limit"]["median"])):
        rate, share, against = row["per_second"], row["of_limit"], row["gateway_against_it"]
        lines.append(
            line(
                [
                    row["call"],
                    name(row),
                    row["connections"],
                    f"{rate['median']:,.0f} ({rate['min']:,.0f} to {rate['max']:,.0f})",
                    f"{share['median']:.2f} ({share['min']:.2f} to {share['max']:.2f})",
                    f"{against['median']:.1f} ({against['min']:.1f} to {against['max']:.1f})" if against else "",
                    f"{row['cpu_us']:.0f}",
                    f"{row['store_cpu_us']:.0f}" if row["store_cpu_us"] else "",
                    f"{row['p50_us'] / 1000:.2f}" if row["p50_us"] else "",
                    f"{row['p99_us'] / 1000:.2f}" if row["p99_us"] else "",
                    EVERYTHING if row["server"] == "gateway" else NOTHING,
                ]
            )
        )
    lines += ["", *(f"Left out: {each['what']}: {each['why']}" for each in results["left_out"])]
    for part in ("machine", "startup", "tail", "store_limits", "micro", "live_links"):
        if part in results:
            lines += ["", f"{part}: {json.dumps(results[part])}"]
    return "\n".join(lines) + "\n"


def chart(rows):
    """Bars of the share of the limit at 16 connections, one group a call."""
    parts, top = [], 10
    for call in CHART_CALLS:
        group = [row for row in rows if row["call"] == call and row["connections"] == 16]
        if not group:
            continue
        parts.append(f'<text x="0" y="{top + 12}" font-weight="bold">{call}</text>')
        top += BAR + GAP
        for row in sorted(group, key=lambda row: -row["of_limit"]["median"]):
            share = row["of_limit"]["median"]
            color = "#2a6fb0" if row["server"] == "gateway" else "#b0b0b0"
            parts.append(
                f'<text x="{LEFT - 8}" y="{top + 12}" text-anchor="end">{name(row)}</text>'
                f'<rect x="{LEFT}" y="{top}" width="{min(share, 1.1) * WIDTH:.0f}" height="{BAR}" fill="{color}"/>'
                f'<text x="{LEFT + min(share, 1.1) * WIDTH + 6:.0f}" y="{top + 12}">{share:.2f}</text>'
            )
            top += BAR + GAP
        top += GAP
    parts.append(
        f'<line x1="{LEFT + WIDTH}" y1="0" x2="{LEFT + WIDTH}" y2="{top}" stroke="#808080" stroke-dasharray="4 3"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 90} {top + 10}" '
        f'font-family="sans-serif" font-size="12" role="img">'
        f"<title>Calls a second as a share of what a bare Jetty handler answers</title>{''.join(parts)}</svg>\n"
    )

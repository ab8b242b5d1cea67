"""The results as a table for people, as JSON, and as a chart."""

import json
import os

from goals import goals, span

CHART_CALLS = ("JSON-RPC getSingleSignOn", "SOAP getSingleSignOn", "Planhat issue")
EVERYTHING = "single use, expiry, sessions"
NOTHING = "a random token, nothing kept"
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


def table(heads, lines):
    """A table in Markdown; columns whose head begins with a colon are of numbers."""
    alignment = ["--:" if head.startswith(":") else "---" for head in heads]
    rows = [[head.lstrip(":") for head in heads], alignment, *lines]
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows) + "\n"


def text(results):
    rows = results["rows"]
    reached = [(*line, "met" if met else "missed") for *line, met in goals(results)]
    parts = [
        table(("what", "goal", "measured", ""), reached),
        "Calls a second · share of the limit, by store:\n",
        by_store(rows, lambda row: f"{row['per_second']['median']:,.0f} · {row['of_limit']['median']:.2f}"),
        "Microseconds of processor a call, of the gateway + of the store's server:\n",
        by_store(rows, cost),
        "Beside what people use instead:\n",
        peers(rows),
    ]
    parts += [f"Left out: {each['what']}: {each['why']}\n" for each in results["left_out"]]
    for part in ("machine", "startup", "tail", "store_limits", "micro", "live_links"):
        if part in results:
            parts.append(f"{part}: {json.dumps(results[part])}\n")
    return "\n".join(parts)


def cost(row):
    return f"{row['cpu_us']:.0f}" + (f" + {row['store_cpu_us']:.0f}" if row["store_cpu_us"] else "")


def by_store(rows, cell):
    """The gateway's rows: a line for each call and number of connections, a column for each store."""
    ours = [row for row in rows if row["server"] == "gateway"]
    lines = sorted({(row["call"], row["connections"]) for row in ours})
    cells = {(row["call"], row["connections"], row["store"]): cell(row) for row in ours}
    stores = ("memory", "sqlite", "postgresql", "redis")
    return table(
        ("call", ":connections", *(":" + store for store in stores)),
        [(*line, *(cells.get((*line, store), "") for store in stores)) for line in lines],
    )


def peers(rows):
    calls = {row["call"] for row in rows if row["server"] != "gateway"}
    at_16 = [row for row in rows if row["call"] in calls and row["connections"] == 16]
    beside = [row for row in at_16 if row["store"] in ("none", "memory")]
    beside.sort(key=lambda row: (row["call"], -row["of_limit"]["median"]))
    figures = (":calls/s", ":of the limit", ":the gateway, beside it", ":processor µs a call")
    return table(
        ("call", "server", *figures, "what it does"),
        [
            (
                row["call"],
                row["server"],
                span(row["per_second"], ",.0f"),
                span(row["of_limit"], ".2f"),
                span(row["gateway_against_it"], ".1f") + " times" if row["gateway_against_it"] else "",
                f"{row['cpu_us']:.0f}",
                EVERYTHING if row["server"] == "gateway" else NOTHING,
            )
            for row in beside
        ],
    )


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

"""What the statistics office says of us: our row, how many other places, figures, whether the last is preliminary."""

from __future__ import annotations

OURS = {
    "index-of-industrial-production-by-province.csv": (24, 69, [106.7, 102.1, 322.8, 176.0, 123.7], False),
    "labour-force-by-province.csv": (
        25,
        70,
        [652.6, 668.6, 666.7, 683.5, 685.2, 687.7, 716.5, 716.3, 715.9, 725.5, 729.9],
        True,
    ),
    "retail-sales-by-province.csv": (
        25,
        70,
        [858.5, 1052.5, 1239.0, 1175.1, 1142.3, 1387.0, 1516.0, 2255.0, 2132.6, 2673.2, 3564.1, 3980.3, 5018.7, 6379.3,
         7642.8, 8778.1, 11579.1, 13453.4, 15725.8, 17544.3, 19869.5, 22000.2],
        True,
    ),
    "trained-employed-workers-percent-by-province.csv": (
        24,
        69,
        [17.8, 18.5, 17.0, 18.9, 20.4, 21.5, 20.1, 25.4, 29.4],
        True,
    ),
}  # fmt: skip

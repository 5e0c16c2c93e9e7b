"""A Spark Connect server with the table of feedback in it, until its standard input ends."""

import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession

port, folder = int(sys.argv[1]), Path(sys.argv[2])
session = (
    SparkSession.builder.master("local[2]")
    .config("spark.plugins", "org.apache.spark.sql.connect.SparkConnectPlugin")
    .config("spark.connect.grpc.binding.port", str(port))
    .config("spark.sql.warehouse.dir", (folder / "warehouse").as_uri())
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)
rows = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
session.createDataFrame(rows, "written string, place string, score string").write.saveAsTable(
    "feedback"
)
sys.stdout.write("ready\n")
sys.stdout.flush()
sys.stdin.read()
session.stop()

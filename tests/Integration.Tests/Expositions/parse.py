"""Holds the OpenMetrics exposition on standard input to the parser of Prometheus' Python client, which may lie in the folder that is given.

Exit code 0: accepted, with the number of metric families; 1: refused, with the reason; 3: there is no parser.
"""
import sys

sys.path.insert(0, sys.argv[1])
try:
    from prometheus_client.openmetrics.parser import text_string_to_metric_families
except ImportError as error:
    print(error)
    sys.exit(3)

try:
    print(len(list(text_string_to_metric_families(sys.stdin.buffer.read().decode("utf-8")))))
except ValueError as error:
    print(error)
    sys.exit(1)

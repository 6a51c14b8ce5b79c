"""The web server's settings on a server; sizes come from the environment."""

import os

bind = "0.0.0.0:8000"
workers = int(os.environ.get("WEB_PROCESSES", "4"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_tmp_dir = "/dev/shm"  # noqa: S108  a heartbeat file must not wait for a disk
control_socket_disable = True
accesslog = "-"
# A worker is replaced now and then, so that a slow leak never adds up.
max_requests = 5000
max_requests_jitter = 500
# Longer than the proxy keeps a connection open, so the proxy never writes into a closed one.
keepalive = 75
# Without the query: what people search for stays out of the logs.
access_log_format = '%(h)s %(t)s "%(m)s %(U)s %(H)s" %(s)s %(b)s %(M)sms'

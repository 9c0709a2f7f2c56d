"""What gunicorn reads by itself where it is started in this folder; the command line goes before it.

Turned on with `--access-logfile -`, its log of requests has no query and no referrer: in a search there may be a name.
"""

logger_class = "portal.server_logs.ServerLogs"
access_log_format = '%(h)s "%(m)s %(U)s" %(s)s %(b)s %(M)s'

"""How gunicorn serves Intake behind a reverse proxy that speaks TLS.

INTAKE_INSTANCE=/srv/intake gunicorn -c config/gunicorn.conf.py wsgi:app
(from a checkout; intake.wsgi:app once installed)
"""

# Only the reverse proxy on this machine may reach it.
bind = "127.0.0.1:8000"

# Requests wait for the database, for key derivation (128 MiB each) and for files: a few threads, not many.
worker_class = "gthread"
workers = 2
threads = 4
backlog = 256

# Time for a request that is being filed to finish when the server is told to stop.
timeout = 120
graceful_timeout = 30

# Each process opens its own database connections and draws its own random numbers.
preload_app = False
umask = 0o077

# Nobody steers it from outside while it runs.
control_socket_disable = True

# Who did what is in the audit journal; addresses and paths are written down nowhere else.
accesslog = None

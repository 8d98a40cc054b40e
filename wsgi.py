"""The door for WSGI servers: load the settings of one instance, switch the application on.

`INTAKE_INSTANCE` names the instance's folder, as `intake --instance` does; `config/granian.env` and
`config/gunicorn.conf.py` start it. In an installed wheel this file is the module `intake.wsgi`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from intake import create_app, settings

INSTANCE = "INTAKE_INSTANCE"

if INSTANCE not in os.environ:
    sys.exit(f"Set {INSTANCE} to the folder of the instance to serve.")

app = create_app(settings.load(Path(os.environ[INSTANCE])))

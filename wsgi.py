"""The door for WSGI servers: load the settings of one instance, switch the application on.

`INTAKE_INSTANCE` names the instance's folder, as `intake --instance` does:
`granian --interface wsgi wsgi:app`.
"""

from __future__ import annotations

import os
from pathlib import Path

from intake import create_app, settings

app = create_app(settings.load(Path(os.environ["INTAKE_INSTANCE"])))

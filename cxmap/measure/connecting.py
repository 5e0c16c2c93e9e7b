"""From the address of an engine to the engine."""

import os
from collections.abc import Callable
from importlib import import_module

from cxmap import registry
from cxmap.errors import CxmapError
from cxmap.loading.settings import EngineSettings
from cxmap.measure.engine import Engine
from cxmap.measure.patience import wait_for
from cxmap.words import did_you_mean, joined

_ENGINES = "cxmap.measure.engines"
_OTHER_SCHEMES = {"sc": "spark", "postgres": "postgresql"}


def connect(name: str, engines: tuple[EngineSettings, ...], source: str, zone: str) -> Engine:
    """Open the engine that a source names.

    Args:
        name: the id of the engine.
        engines: those that cxmap.yaml knows.
        source: the id of the source, for messages.
        zone: the time zone of times that name none.

    Raises:
        CxmapError: no engine has the id, or its address is not set, or means nothing. The address
            is never printed: it may hold a password.
    """
    found = next((engine for engine in engines if engine.id == name), None)
    if found is None:
        guess = did_you_mean(name, [engine.id for engine in engines])
        raise CxmapError(f"data `{source}`: no engine in cxmap.yaml has the id `{name}`{guess}")
    variable = found.url.removeprefix("${").removesuffix("}")
    url = os.environ.get(variable, "")
    if not url:
        raise CxmapError(f"engine `{name}`: set {variable} in the environment to its address")
    scheme = url.partition("://")[0].lower()
    module = _OTHER_SCHEMES.get(scheme, scheme)
    if module not in registry.names(_ENGINES):
        known = joined([f"`{known}://`" for known in registry.names(_ENGINES)], "or")
        raise CxmapError(f"engine `{name}`: the address in {variable} begins with none of {known}")
    open_engine: Callable[[str, str], Engine] = import_module(f"{_ENGINES}.{module}").open_engine
    return wait_for(lambda: open_engine(url, zone), lambda: None)

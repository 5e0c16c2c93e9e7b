"""The schema files that editors read, where the settings that `init` writes point."""

from collections.abc import Mapping

from cxmap.model.workspace import Workspace
from cxmap.output.as_json import dumps
from cxmap.schema.files import files_schema, settings_schema

FILES = ".vscode/cxmap.schema.json"
SETTINGS = ".vscode/cxmap.settings.schema.json"


def editor_files(workspace: Workspace | None = None) -> Mapping[str, str]:
    """The text of each schema file by its path in a workspace.

    Args:
        workspace: where the ids come from that editors offer; None for none.
    """
    return {
        FILES: dumps(files_schema(workspace)) + "\n",
        SETTINGS: dumps(settings_schema()) + "\n",
    }

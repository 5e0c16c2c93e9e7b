"""What the editor tells: files opened, typed in, saved, closed, changed by others."""

from lsprotocol import types

from cxmap.lsp.session import Session
from cxmap.lsp.view import Buffer


def opened(ls: Session, params: types.DidOpenTextDocumentParams) -> None:
    """A file was opened."""
    document = params.text_document
    ls.put(Buffer(document.uri, document.version, document.text))


def changed(ls: Session, params: types.DidChangeTextDocumentParams) -> None:
    """Somebody typed."""
    document = params.text_document
    text = ls.workspace.get_text_document(document.uri).source
    ls.put(Buffer(document.uri, document.version, text))


def closed(ls: Session, params: types.DidCloseTextDocumentParams) -> None:
    """A file was closed: what it holds is what was saved of it."""
    found = ls.desk.close(params.text_document.uri)
    if found is not None:
        folder, path = found
        ls.publisher.clear(folder, [path] if folder.buffers else None)
        if folder.buffers:
            ls.publisher.changed(folder, folder.buffers)


def saved(ls: Session, _: types.DidSaveTextDocumentParams) -> None:
    """A file was saved; it may be one of settings, or one that git made."""
    _look_again(ls)


def changed_on_disk(ls: Session, _: types.DidChangeWatchedFilesParams) -> None:
    """Others have changed files."""
    _look_again(ls)


def other_folders(ls: Session, _: types.DidChangeWorkspaceFoldersParams) -> None:
    """The editor has other folders open than before, so files may belong elsewhere."""
    for folder in ls.desk.folders():
        ls.publisher.clear(folder)
    for buffer in ls.desk.forget():
        ls.put(buffer)


def initialized(ls: Session, _: types.InitializedParams) -> None:
    """The editor is ready: ask it to say when YAML files change on disk, where it can."""
    workspace = ls.client_capabilities.workspace
    can = workspace.did_change_watched_files if workspace else None
    if can is None or not can.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(glob_pattern="**/*.{yaml,yml}")]
    registration = types.Registration(
        "cxmap-files",
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        types.DidChangeWatchedFilesRegistrationOptions(watchers),
    )
    ls.client_register_capability(types.RegistrationParams([registration]))


def _look_again(ls: Session) -> None:
    for folder in ls.desk.folders():
        folder.changes += 1
        ls.publisher.changed(folder, folder.buffers)

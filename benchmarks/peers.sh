#!/bin/sh
# Install the tools to compare with into a folder of their own: peers.sh DIR [PYTHON]
set -eu
folder=${1:?which folder? peers.sh DIR [PYTHON]}
python=${2:-python3}
here=$(cd "$(dirname "$0")" && pwd)

"$python" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"
"$python" -m venv "$folder/data"
"$folder/data/bin/python" -m pip install --quiet --requirement "$here/requirements-data.txt"
if command -v npm >/dev/null; then
    npm install --prefix "$folder" --ignore-scripts --no-fund --no-audit --loglevel error \
        ajv-cli@5.0.0 @stoplight/spectral-cli@6.16.3
else
    echo "no npm here: ajv-cli and spectral-cli are left out"
fi

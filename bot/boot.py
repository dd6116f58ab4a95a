"""Starts Rasa's server on loopback: `python -m bot.boot run --model models/<file>` from the root of the repository."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bot import deferred, logs

LOOPBACK = "127.0.0.1"
DEFAULTS = {
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_PORT": "5005",
    "DESK_PORT": "8000",
    "LOG_LEVEL_LIBRARIES": "WARNING",
    "OMP_NUM_THREADS": "1",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def serve(model: Path) -> None:
    """Serve until stopped. Raises RasaException when the gateway has no secret."""
    deferred.defer_tensorflow()
    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints

    from bot import patches

    patches.apply()
    serve_application(
        model_path=str(model),
        interface=LOOPBACK,
        port=int(os.environ["RASA_PORT"]),
        credentials="credentials.yml",
        endpoints=AvailableEndpoints.read_endpoints("endpoints.yml"),
        enable_api=False,
    )


def prepare_environment() -> None:
    """Settings that Rasa reads from the environment, where nobody has chosen others."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """The command line: `run --model FILE`."""
    parser = argparse.ArgumentParser(prog="bot.boot", description=__doc__)
    run = parser.add_subparsers(required=True).add_parser("run", help="serve a model")
    run.add_argument("--model", type=Path, required=True, help="a trained model, models/desk-<fingerprint>.tar.gz")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    """Exit code 2 when there is no such model."""
    model: Path = arguments(argv).model
    if not model.is_file():
        sys.stderr.write(f"There is no model at {model}. Train one with `make train`.\n")
        return 2
    prepare_environment()
    logs.configure()
    serve(model)
    return 0


if __name__ == "__main__":
    sys.exit(main())

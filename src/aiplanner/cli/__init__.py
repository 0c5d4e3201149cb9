"""The command line: the same program without a window, for scripts."""

from aiplanner.cli.commands import is_command, main, no_screen

__all__ = ["is_command", "main", "no_screen"]

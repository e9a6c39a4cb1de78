"""`padan completion`: the script with which a shell completes padan's commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from translator.cli import console
from translator.cli.lazy import CONTEXT


@click.command(context_settings=CONTEXT)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Example, for bash; in ~/.bashrc:
      eval "$(padan completion bash)"
    and for fish:
      padan completion fish > ~/.config/fish/completions/padan.fish
    """
    script = get_completion_class(shell)
    assert script is not None  # click knows the three shells
    console.emit(script(ctx.find_root().command, {}, "padan", "_PADAN_COMPLETE").source().encode())

"""`b12 completion`: the script that lets a shell complete b12."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, foods and supplements on TAB.

    \b
    eval "$(b12 completion bash)"          in ~/.bashrc
    eval "$(b12 completion zsh)"           in ~/.zshrc
    b12 completion fish > ~/.config/fish/completions/b12.fish
    """
    from click.shell_completion import BashComplete, FishComplete, ZshComplete

    kinds = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
    script = kinds[shell](ctx.find_root().command, {}, "b12", "_B12_COMPLETE")
    # Without the check of the version of bash, which would start one.
    click.echo(script.source_template % script.source_vars())

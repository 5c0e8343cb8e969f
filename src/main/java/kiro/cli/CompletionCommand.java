package kiro.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kiro completion`: a script with which a shell completes the commands, made from the commands
/// themselves.
@Command(
        name = "completion",
        description = {
            "Prints a script with which your shell completes kiro's commands and options.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  source <(kiro completion bash)               # in ~/.bashrc",
            "  source <(kiro completion zsh)                # in ~/.zshrc",
            "  kiro completion fish > ~/.config/fish/completions/kiro.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    private static final String FOR_ZSH =
            "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
    private Shell shell = Shell.bash;

    /// The shells that scripts are made for, as people write them.
    enum Shell {
        bash,
        zsh,
        fish
    }

    public CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String script =
                switch (shell) {
                    case bash -> AutoComplete.bash("kiro", root);
                    case zsh -> FOR_ZSH + AutoComplete.bash("kiro", root);
                    case fish -> FishCompletion.of(root);
                };
        console.printPart(script.endsWith("\n") ? script : script + "\n");
        return ExitCode.OK.number();
    }
}

package kiro.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kiro auth`: what there is to say about signing in.
@Command(
        name = "auth",
        description = {
            "Signs in to AWS and to the services of models, and shows what you are signed in with.",
            "Keys are kept in the system's keyring where there is one, else in a file that you alone can read.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  kiro auth login --anthropic",
            "  kiro auth login --sso-start-url https://acme.awsapps.com/start --region eu-west-1",
            "  kiro auth status",
            "  kiro auth whoami",
            "  kiro auth logout anthropic"
        })
public final class AuthCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create();

    public AuthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage().stripTrailing());
        return ExitCode.OK.number();
    }
}
